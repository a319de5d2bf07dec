import { publicStatus } from '#app/domain/submissions/public-statuses.ts'
import type { PublishedHexagon } from '#app/domain/submissions/published-hexagons.server.ts'
import type { findPublished, publishedPage } from '#app/domain/submissions/published.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatList, formatNumber } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { tellTranslated } from './tell-translated.server.ts'

type Listed = Awaited<ReturnType<typeof publishedPage>>['submissions'][number]
type Published = NonNullable<Awaited<ReturnType<typeof findPublished>>>

/** A published submission as a list shows it. */
export const tellListed = (language: Language, { ref, kind, category, status, ...row }: Listed) => ({
  ...{ ref, kind, category, area: row.area, answered: row.answered, example: row.example },
  status: publicStatus[status],
  title: pick(row.title, language),
  publishedOn: formatDay(language, row.publishedOn),
})

/** The official answer in force, if there is one, its earlier texts, and the days on which it was changed. */
export function tellAnswer(language: Language, versions: Published['versions']) {
  const told = versions.map(({ body, staleIn, signedAs, givenOn, withdrawnOn }, i) => ({
    key: versions.length - i,
    body: body && tellTranslated(language, body, staleIn),
    signedAs: pick(signedAs, language),
    on: formatDay(language, withdrawnOn ?? givenOn),
    withdrawn: withdrawnOn !== null,
  }))
  const inForce = told.find(({ body }) => body !== null)
  return { inForce, others: told.filter((version) => version !== inForce) }
}

/** The public text that stands, and what stood there before, each with its day; of what was withdrawn only the day. */
export function tellTexts(language: Language, { submission, texts }: Pick<Published, 'submission' | 'texts'>) {
  const [newest, ...earlier] = texts
  return {
    body: tellTranslated(language, submission.body, submission.staleIn),
    changed: newest && earlier.length > 0 ? formatDay(language, newest.shownOn) : undefined,
    earlier: earlier.map(({ version, title, body, shownOn, withdrawnOn }) => ({
      key: version,
      title: title && pick(title, language),
      body: body && pick(body, language),
      on: formatDay(language, withdrawnOn ?? shownOn),
    })),
  }
}

/** The photos that are shown with it, each with what it shows in words. */
export const tellPhotos = (language: Language, photos: Published['photos']) =>
  photos.map(({ id, width, height, alt }) => ({
    ...{ src: paths.publicPhoto(id), width, height },
    alt: pick(alt, language),
  }))

/** Hexagons as the map shows them, each linked to the list of what was said there; in one area where that is given. */
export const tellHexagons = (language: Language, hexagons: PublishedHexagon[], area?: string) =>
  hexagons.map(({ cell, level, within, lat, lon, outline, areas, count }) => ({
    ...{ cell, level, within, lat, lon, outline, size: String(count).length, count: formatNumber(language, count) },
    label: words(language)('map:hexagon', { area: formatList(language, areas), count }),
    href: `${paths.submissions(language)}?${area ? `area=${area}&` : ''}${level === 10 ? 'cell' : 'around'}=${cell}`,
  }))
