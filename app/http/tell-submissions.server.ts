import { publicStatus } from '#app/domain/submissions/public-statuses.ts'
import type { findPublished, publishedHexagons, publishedPage } from '#app/domain/submissions/published.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

type Listed = Awaited<ReturnType<typeof publishedPage>>['submissions'][number]
type Published = NonNullable<Awaited<ReturnType<typeof findPublished>>>
type Hexagon = Awaited<ReturnType<typeof publishedHexagons>>[number]

/** A published submission as a list shows it. */
export const tellListed = (language: Language, { ref, kind, category, status, ...row }: Listed) => ({
  ...{ ref, kind, category, area: row.area, answered: row.answered, example: row.example },
  status: publicStatus[status],
  title: pick(row.title, language),
  publishedOn: formatDay(language, row.publishedOn),
})

/** The official answer in force, if there is one, its earlier texts, and the days on which it was changed. */
export function tellAnswer(language: Language, versions: Published['versions']) {
  const told = versions.map(({ body, signedAs, givenOn, withdrawnOn }, i) => ({
    key: versions.length - i,
    body: body && pick(body, language),
    signedAs: pick(signedAs, language),
    on: formatDay(language, withdrawnOn ?? givenOn),
    withdrawn: withdrawnOn !== null,
  }))
  const inForce = told.find(({ body }) => body !== null)
  return { inForce, others: told.filter((version) => version !== inForce) }
}

/** Hexagons as the map shows them, each linked to the list of what was said there. */
export const tellHexagons = (language: Language, hexagons: Hexagon[]) =>
  hexagons.map(({ cell, lat, lon, outline, area, count }) => ({
    ...{ lat, lon, outline, count: formatNumber(language, count) },
    label: words(language)('map:hexagon', { area, count }),
    href: `${paths.submissions(language)}?cell=${cell}`,
  }))
