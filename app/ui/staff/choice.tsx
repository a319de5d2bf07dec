import { Field } from '../field.tsx'

type Props = {
  name: string
  label: string
  options: { value: string; label: string }[]
  value?: string | undefined
  /** The empty choice in front of the others. */
  none?: string
  hint?: string
  error?: string | undefined
}

/** A labelled list to choose one from. */
export function Choice({ name, label, options, value, none, hint, error }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <select key={value} {...control} defaultValue={value} className="control">
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
