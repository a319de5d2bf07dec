import { Field } from '../field.tsx'
import type { SignUpParts } from './told.ts'

type Props = {
  label: string
  hint: string
  sizes: SignUpParts['sizes']
  value: string | undefined
  error: string | undefined
}

/** How many come: a choice of the numbers that are possible. */
export function PartySize({ label, hint, sizes, value, error }: Props) {
  return (
    <Field name="partySize" label={label} hint={hint} error={error}>
      {(attributes) => (
        <select {...attributes} defaultValue={value ?? '1'} className="control max-w-[8rem]">
          {sizes.map((size) => (
            <option key={size.value} value={size.value}>
              {size.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
