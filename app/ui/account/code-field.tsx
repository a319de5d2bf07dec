import { Field } from '../field.tsx'

type Props = { label: string; hint?: string; error?: string | undefined; digits?: boolean }

/** A field for a code from the app; `digits` when it can be nothing else. */
export function CodeField({ label, hint, error, digits = false }: Props) {
  return (
    <Field name="code" label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          autoComplete="one-time-code"
          inputMode={digits ? 'numeric' : 'text'}
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          required
          maxLength={40}
          className="control max-w-xs text-lg tracking-widest"
        />
      )}
    </Field>
  )
}
