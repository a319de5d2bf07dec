import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'
import type { Choice } from './told.ts'

export type PlaceGroup = { area: string; places: { slug: string; name: string }[] }
export type AreaOption = { code: string; name: string }

type Props = {
  groups: PlaceGroup[]
  areas: AreaOption[]
  choice: Choice
  onChoose: (chosen: { place: string } | { areaCode: string }) => void
  errors: Record<string, string>
}

/** Squares and stops by area, and the whole areas, to choose from by name. */
export function PlaceLists({ groups, areas, choice, onChoose, errors }: Props) {
  const { t } = useTranslation()
  const invalid = errors.place !== undefined
  return (
    <>
      <Field name="place" label={t('submit:place.list')}>
        {(attributes) => (
          <select
            {...attributes}
            value={choice.place}
            onChange={(event) => onChoose({ place: event.target.value })}
            aria-invalid={invalid || undefined}
            aria-describedby={invalid ? 'place-error' : undefined}
            className="control"
          >
            <option value="">{t('submit:place.choose')}</option>
            {groups.map((group) => (
              <optgroup key={group.area} label={group.area}>
                {group.places.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field name="areaCode" label={t('submit:place.area')} error={errors.areaCode}>
        {(attributes) => (
          <select
            {...attributes}
            value={choice.areaCode}
            onChange={(event) => onChoose({ areaCode: event.target.value })}
            className="control"
          >
            <option value="">{t('submit:place.choose')}</option>
            {areas.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}
