import { Field } from '../field.tsx'

type Props = {
  name: string
  label: string
  hint?: string
  error?: string | undefined
  /** What a password manager is to offer. */
  fill: 'current-password' | 'new-password'
}

/** A field for a password. It is never filled in by us, not even after a mistake. */
export function PasswordField({ name, label, hint, error, fill }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          type="password"
          autoComplete={fill}
          dir="ltr"
          required
          maxLength={200}
          className="control"
        />
      )}
    </Field>
  )
}
