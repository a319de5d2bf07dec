import { Field } from './field.tsx'

type Props = {
  name: string
  label: string
  hint?: string
  error?: string | undefined
  value: string | undefined
  optional?: boolean
  required?: boolean
  /** Off where somebody else's address is written down. */
  autoComplete?: 'email' | 'off'
}

/** An e-mail address, which is read from the left in every language. */
export function EmailField({ value, required, autoComplete = 'email', ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="email"
          required={required}
          dir="ltr"
          autoComplete={autoComplete}
          defaultValue={value}
          className="control"
        />
      )}
    </Field>
  )
}
