import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'
import type { PlaceResults, ToldPlace } from './told.ts'

type Props = { query: string | undefined; found: PlaceResults | undefined; kept: ToldPlace | undefined }

/**
 * The search where script does not run: the form is shown again with what was found, to choose one of. A whole area is
 * told from a square or stop by what stands before its code. `kept` is what was chosen before.
 */
export function PlainSearch({ query, found, kept }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-text flex-col gap-3">
      <Field name="placeQuery" label={t('places:search')} hint={t('places:searchHint')}>
        {(attributes) => (
          <div className="flex gap-2">
            <input
              {...attributes}
              type="search"
              dir="auto"
              autoComplete="off"
              defaultValue={query}
              className="control min-w-0 flex-1"
            />
            <SearchButton />
          </div>
        )}
      </Field>
      {found && (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2">{found.told}</legend>
          {found.results.map((place) => (
            <Result key={valueOf(place)} place={place} />
          ))}
          {kept && <Result place={{ ...kept, name: t('places:keep', { name: kept.name }) }} chosen />}
        </fieldset>
      )}
      {found && <ListsInstead />}
    </div>
  )
}

function SearchButton() {
  const { t } = useTranslation()
  return (
    <button type="submit" name="go" value="search" className="button-quiet shrink-0">
      {t('places:go')}
    </button>
  )
}

/** The lists and what a search found would be two answers to one question: so it is one or the other. */
function ListsInstead() {
  const { t } = useTranslation()
  return (
    <button
      type="submit"
      name="go"
      value="place"
      className="min-h-[2.75rem] self-start font-bold text-accent underline"
    >
      {t('places:lists')}
    </button>
  )
}

const valueOf = ({ place, areaCode }: ToldPlace): string => place || `area:${areaCode}`

function Result({ place, chosen }: { place: ToldPlace; chosen?: boolean }) {
  return (
    // eslint-disable-next-line jsx-a11y/label-has-associated-control -- the name of the place is its text
    <label className="relative flex min-h-[3rem] cursor-pointer items-center gap-3 rounded-control border border-line bg-surface px-4 py-2.5 hover:bg-accent-tint">
      <input
        type="radio"
        name="place"
        value={valueOf(place)}
        defaultChecked={chosen}
        className="peer h-5 w-5 accent-accent"
      />
      <span className="pointer-events-none absolute -inset-px rounded-control border border-transparent peer-checked:border-accent" />
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span lang="sv" className="font-bold">
          {place.name}
        </span>
        <span className="text-sm text-ink-soft">{place.what}</span>
      </span>
    </label>
  )
}
