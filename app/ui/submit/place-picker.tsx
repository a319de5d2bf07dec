import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BaseMap } from '#app/domain/areas/base-map.server.ts'
import { Field, FieldError } from '../field.tsx'
import { LiveMap } from '../map/live-map.tsx'
import type { Limit } from './body-field.tsx'

export type PlaceGroup = { area: string; places: { slug: string; name: string }[] }
export type AreaOption = { code: string; name: string }

type Props = {
  base: BaseMap
  groups: PlaceGroup[]
  areas: AreaOption[]
  noteLimit: Limit
  values: Record<string, string>
  errors: Record<string, string>
}

/** Where it is: a list of squares and stops or a whole area, and, where script runs, a tap on the map. */
export function PlacePicker({ base, groups, areas, noteLimit, values, errors }: Props) {
  const { t } = useTranslation()
  const lists = useRef<HTMLDivElement>(null)
  const [point, setPoint] = useState({ lat: values.lat ?? '', lon: values.lon ?? '' })
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])

  const clear = () => setPoint({ lat: '', lon: '' })
  // What was chosen last counts, so a tap empties the lists and a choice in a list takes the point away.
  const pick = useCallback((lat: number, lon: number) => {
    setPoint({ lat: String(lat), lon: String(lon) })
    for (const list of lists.current?.querySelectorAll('select') ?? []) list.value = ''
  }, [])
  return (
    <fieldset className="flex flex-col gap-5" aria-describedby={errors.place ? 'place-error' : 'place-hint'}>
      <legend className="mb-2 text-xl font-bold">{t('submit:place.legend')}</legend>
      <p id="place-hint" className="text-ink-soft">
        {t('submit:place.hint')}
      </p>
      {errors.place && <FieldError name="place" code={errors.place} />}
      <input type="hidden" name="lat" value={point.lat} />
      <input type="hidden" name="lon" value={point.lon} />
      {live && (
        <div className="flex flex-col gap-2">
          <p className="font-bold">{t('submit:place.map')}</p>
          <LiveMap base={base} label={t('map:label')} picked={pickedFrom(point)} onPick={pick} />
          {point.lat !== '' && (
            <button type="button" className="self-start font-bold text-accent underline" onClick={clear}>
              {t('submit:place.clear')}
            </button>
          )}
        </div>
      )}
      <div ref={lists} onChange={clear} className="flex flex-col gap-5">
        <PlaceList groups={groups} chosen={values.place} invalid={errors.place !== undefined} />
        <AreaList areas={areas} chosen={values.areaCode} error={errors.areaCode} />
      </div>
      <PlaceNote limit={noteLimit} value={values.placeNote} error={errors.placeNote} />
    </fieldset>
  )
}

function pickedFrom({ lat, lon }: { lat: string; lon: string }): { lat: number; lon: number } | undefined {
  const picked = { lat: Number(lat), lon: Number(lon) }
  return lat && lon && Number.isFinite(picked.lat) && Number.isFinite(picked.lon) ? picked : undefined
}

function PlaceList({
  groups,
  chosen,
  invalid,
}: {
  groups: PlaceGroup[]
  chosen: string | undefined
  invalid: boolean
}) {
  const { t } = useTranslation()
  return (
    <Field name="place" label={t('submit:place.list')}>
      {(attributes) => (
        <select
          {...attributes}
          defaultValue={chosen}
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
  )
}

type AreaListProps = { areas: AreaOption[]; chosen: string | undefined; error: string | undefined }

function AreaList({ areas, chosen, error }: AreaListProps) {
  const { t } = useTranslation()
  return (
    <Field name="areaCode" label={t('submit:place.area')} error={error}>
      {(attributes) => (
        <select {...attributes} defaultValue={chosen} className="control">
          <option value="">{t('submit:place.choose')}</option>
          {areas.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function PlaceNote({ limit, value, error }: { limit: Limit; value: string | undefined; error: string | undefined }) {
  const { t } = useTranslation()
  return (
    <Field
      name="placeNote"
      label={t('submit:place.note')}
      hint={t('submit:place.noteHint', { limit: limit.text })}
      error={error}
      optional
    >
      {(attributes) => <input {...attributes} type="text" dir="auto" defaultValue={value} className="control" />}
    </Field>
  )
}
