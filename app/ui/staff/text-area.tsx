import { Field } from '../field.tsx'

type Props = {
  name: string
  label: string
  value?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  rows?: number
  lang?: string
  optional?: boolean
}

/** A labelled box for a text of several lines, written in whatever direction it is. */
export function TextArea({ name, label, value = '', hint, error, rows = 5, lang, optional = false }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <textarea {...control} rows={rows} lang={lang} dir="auto" defaultValue={value} className="control" />
      )}
    </Field>
  )
}
