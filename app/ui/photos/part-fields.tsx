import { useTranslation } from 'react-i18next'
import { partSides, type TypedPart } from './redaction-fields.ts'

type Props = {
  /** What its four fields begin with: `crop`, `box.1`. */
  name: string
  legend: string
  part: TypedPart
  errors: Record<string, string>
  onType: (to: TypedPart) => void
  children?: React.ReactNode
}

/** Where a part of the photo lies, in percent: four numbers side by side. */
export function PartFields({ name, legend, part, errors, onType, children }: Props) {
  const { t } = useTranslation()
  const wrong = partSides.filter((side) => errors[`${name}.${side}`])
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-bold">{legend}</legend>
      {wrong.map((side) => (
        <p key={side} id={`${name}.${side}-error`} className="flex items-baseline gap-2 font-bold text-danger">
          <span aria-hidden="true">▲</span>
          {t(`photo-editor:side.${side}`)}: {t(`errors:field.${errors[`${name}.${side}`]}`)}
        </p>
      ))}
      <div className="flex flex-wrap items-end gap-2">
        <div className="grid w-full min-w-0 grid-cols-4 gap-2 sm:w-[26rem]">
          {partSides.map((side) => (
            <label key={side} className="flex min-w-0 flex-col gap-1 text-sm">
              {t(`photo-editor:side.${side}`)}
              <input
                id={`${name}.${side}`}
                name={`${name}.${side}`}
                type="number"
                inputMode="decimal"
                min={0}
                max={100}
                step="any"
                value={part[side]}
                onChange={(event) => onType({ ...part, [side]: event.target.value })}
                aria-invalid={errors[`${name}.${side}`] ? true : undefined}
                aria-describedby={errors[`${name}.${side}`] ? `${name}.${side}-error` : undefined}
                className="control min-w-0 px-2"
              />
            </label>
          ))}
        </div>
        {children}
      </div>
    </fieldset>
  )
}
