import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { Field } from '../field.tsx'
import type { ToldPlace } from './told.ts'
import { usePlaceSearch } from './use-place-search.ts'

type Props = { language: Language; onChoose: (place: ToldPlace) => void }

/** Search while typing: what matches is a list of buttons, and how many there are is said aloud. */
export function PlaceSearch({ language, onChoose }: Props) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const { told, results, failed } = usePlaceSearch(language, query)
  const box = useRef<HTMLDivElement>(null)

  const choose = (place: ToldPlace) => {
    setQuery('')
    onChoose(place)
  }
  /** Up and down go through the results, Escape empties the search, and Enter does not send the form. */
  const onKeyDown = (event: React.KeyboardEvent) => {
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, ul button') ?? [])]
    const at = stops.indexOf(event.target as HTMLElement)
    if (event.key === 'Escape' && query !== '') setQuery('')
    else if (event.key === 'ArrowDown') stops[at + 1]?.focus()
    else if (event.key === 'ArrowUp') stops[at - 1]?.focus()
    else if (event.key !== 'Enter' || at > 0) return
    event.preventDefault()
    if (event.key === 'Escape') stops[0]?.focus()
  }
  return (
    // The keys pass from the field to its results and back, which is all that this box listens for.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={box} role="search" onKeyDown={onKeyDown} className="flex max-w-text flex-col gap-2">
      <Field name="placeQuery" label={t('places:search')} hint={t('places:searchHint')}>
        {(attributes) => (
          <input
            {...attributes}
            type="search"
            dir="auto"
            autoComplete="off"
            enterKeyHint="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="control"
          />
        )}
      </Field>
      <p role="status" className="text-ink-soft">
        {failed ? t('places:noSearch') : told}
      </p>
      {results.length > 0 && (
        <ul
          aria-label={t('places:results')}
          className="divide-y divide-line overflow-hidden rounded-control border border-line bg-surface"
        >
          {results.map((place) => (
            <li key={place.place || place.areaCode}>
              <button
                type="button"
                onClick={() => choose(place)}
                className="flex min-h-[3rem] w-full flex-wrap items-baseline gap-x-3 px-4 py-2.5 text-start hover:bg-accent-tint focus-visible:outline-offset-[-3px]"
              >
                <span lang="sv" className="font-bold">
                  {place.name}
                </span>
                <span className="text-sm text-ink-soft">{place.what}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
