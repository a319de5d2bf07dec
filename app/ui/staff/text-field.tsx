import { Field } from '../field.tsx'

type Props = {
  name: string
  label: string
  value?: string | undefined
  hint?: string | undefined
  error?: string | undefined
}

/** A labelled line of text, written in whatever direction it is. */
export function TextField({ name, label, value = '', hint, error }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => <input {...control} type="text" dir="auto" defaultValue={value} className="control" />}
    </Field>
  )
}
