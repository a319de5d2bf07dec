import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '#app/i18n/languages.ts'
import { FieldError } from '../field.tsx'
import { LiveMap } from '../map/live-map.tsx'
import { ChosenPlace } from '../places/chosen-place.tsx'
import { PlaceLists, type AreaOption, type PlaceGroup } from '../places/place-lists.tsx'
import { PlaceNote } from '../places/place-note.tsx'
import { PlaceSearch } from '../places/place-search.tsx'
import { PlainSearch } from '../places/plain-search.tsx'
import { choiceFrom, noChoice, pointOf, type Choice, type PlaceResults, type ToldPlace } from '../places/told.ts'
import { useWhereabouts } from '../places/use-whereabouts.ts'
import { WhereIAm } from '../places/where-i-am.tsx'
import { useScript } from '../use-script.ts'
import type { Limit } from './body-field.tsx'

export type { AreaOption, PlaceGroup }

type Props = {
  /** The address of what the live map is drawn from. */
  mapData: string
  groups: PlaceGroup[]
  areas: AreaOption[]
  noteLimit: Limit
  values: Record<string, string>
  errors: Record<string, string>
  /** What a search without script has found. */
  results?: PlaceResults | undefined
}

/**
 * Where it is: by name, by where the phone is, by the map, or from a list, each as good as the others. What was chosen
 * last counts. Without script there are the search, shown anew with what it found, and the lists.
 */
export function PlacePicker({ mapData, groups, areas, noteLimit, values, errors, results }: Props) {
  const { t, i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'sv'
  const script = useScript()
  const [choice, setChoice] = useState<Choice>(() => choiceFrom(values))
  const [changed, setChanged] = useState(false)
  const whereabouts = useWhereabouts(language, choice)
  const fieldset = useTellForm(choice)

  const choose = useCallback((next: Partial<Choice>) => {
    setChoice({ ...noChoice, ...next })
    setChanged(true)
  }, [])
  const pick = useCallback(
    (lat: number, lon: number) => choose({ by: 'map', lat: String(lat), lon: String(lon) }),
    [choose],
  )
  const shownErrors = changed ? {} : errors
  const chosen = { choice, whereabouts, onRemove: () => choose({}) }
  const lists = (
    <PlaceLists
      {...{ groups, areas, choice }}
      onChoose={(one) => choose({ by: 'list', ...one })}
      errors={shownErrors}
    />
  )
  return (
    <fieldset
      ref={fieldset}
      className="flex min-w-0 flex-col gap-6"
      aria-describedby={shownErrors.place ? 'place-error' : 'place-hint'}
    >
      <legend className="mb-3 text-xl font-bold">{t('submit:place.legend')}</legend>
      <p id="place-hint" className="text-ink-soft">
        {t('submit:place.hint')}
      </p>
      {shownErrors.place && <FieldError name="place" code={shownErrors.place} />}
      <input type="hidden" name="lat" value={choice.lat} />
      <input type="hidden" name="lon" value={choice.lon} />
      {script ? (
        <>
          <PlaceSearch language={language} onChoose={(place) => choose({ by: 'search', ...place })} />
          <WhereIAm onFound={(lat, lon) => choose({ by: 'phone', lat, lon })} />
          <ChosenPlace by={['search', 'phone']} {...chosen} />
          <OnMap mapData={mapData} choice={choice} onPick={pick} />
          <ChosenPlace by={['map']} {...chosen} />
          {lists}
        </>
      ) : (
        <>
          <PlainSearch query={values.placeQuery} found={results} kept={keptPlace(choice, groups, areas)} />
          {!results && lists}
        </>
      )}
      <PlaceNote limit={noteLimit} value={values.placeNote} error={errors.placeNote} />
    </fieldset>
  )
}

/** What keeps or looks at the form hears of a choice that no field of it was typed into. */
function useTellForm(choice: Choice) {
  const fieldset = useRef<HTMLFieldSetElement>(null)
  const told = useRef(choice)
  useEffect(() => {
    if (told.current === choice) return
    told.current = choice
    for (const event of ['input', 'change']) fieldset.current?.dispatchEvent(new Event(event, { bubbles: true }))
  }, [choice])
  return fieldset
}

type OnMapProps = { mapData: string; choice: Choice; onPick: (lat: number, lon: number) => void }

function OnMap({ mapData, choice, onPick }: OnMapProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-2">
      <p className="font-bold">{t('submit:place.map')}</p>
      <LiveMap
        base={mapData}
        label={t('map:label')}
        picked={pointOf(choice)}
        bring={choice.by === 'phone'}
        onPick={onPick}
      />
    </div>
  )
}

/** What was chosen before, so that a search does not lose it. */
function keptPlace({ place, areaCode }: Choice, groups: PlaceGroup[], areas: AreaOption[]): ToldPlace | undefined {
  const name = place
    ? groups.flatMap((group) => group.places).find(({ slug }) => slug === place)?.name
    : areas.find(({ code }) => code === areaCode)?.name
  return name === undefined ? undefined : { name, what: '', place, areaCode }
}
