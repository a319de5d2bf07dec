import { districtAreas } from '#app/domain/areas/queries.server.ts'
import type { Commitment } from '#app/domain/commitments/queries.server.ts'
import { entryRulesOf, type dialoguesOf } from '#app/domain/commitments/queries.server.ts'
import { sumOf, type PublicReport } from '#app/domain/commitments/public-reports.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatMonth, formatNumber } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { tellCommitment, tellPeriod } from './tell-progress.server.ts'

/** One commitment as its own page shows it: what a card says, and all that has been reported. */
export async function tellWholeCommitment(language: Language, commitment: Commitment) {
  const t = words(language)
  const rules = await entryRulesOf(commitment.owners.map(({ slug }) => slug))
  return {
    ...tellCommitment(language, commitment),
    body: pick(commitment.body, language),
    pledge: { slug: commitment.pledge.slug, title: pick(commitment.pledge.title, language) },
    ownersLabel: t('commitments:owners', { count: commitment.owners.length }),
    termRule: commitment.per === 'term' ? t('commitments:termRule') : undefined,
    shown: commitment.owners.map(({ slug, name }) =>
      t(`commitments:shown.${rules.get(slug) ?? 'monthly'}`, { owner: name }),
    ),
    earlier: commitment.progress.earlier.map((period) => tellPeriod(language, commitment, period)),
    months: monthRows(language, commitment.reports),
    places: await placeRows(language, commitment.reports),
    told: await toldReports(language, commitment),
  }
}

/** What was counted in each month, the latest first. */
function monthRows(language: Language, reports: readonly PublicReport[]) {
  const months = Map.groupBy(counted(reports), ({ through }) => through.slice(0, 7))
  return [...months].map(([month, rows]) => ({
    key: month,
    name: formatMonth(language, `${month}-15`),
    count: formatNumber(language, sumOf(rows) ?? 0),
  }))
}

/** What was counted in each area over the whole pledge, by name; nothing where no report names an area. */
async function placeRows(language: Language, reports: readonly PublicReport[]) {
  const rows = counted(reports)
  if (!rows.some(({ areaCode }) => areaCode !== null)) return []
  const places = Map.groupBy(rows, ({ areaCode }) => areaCode)
  const named = (await districtAreas()).map(({ code, slug, name }) => ({ code, slug, name }))
  const unnamed = { code: null, slug: undefined, name: words(language)('commitments:places.none') }
  return [...named, unnamed].flatMap(({ code, slug, name }) => {
    const here = places.get(code)
    return here ? [{ slug, name, count: formatNumber(language, sumOf(here) ?? 0) }] : []
  })
}

const counted = (reports: readonly PublicReport[]) => reports.filter(({ count }) => count !== null)

/** What owners have told in words, the latest first. */
async function toldReports(language: Language, { reports, owners }: Commitment) {
  const areas = new Map((await districtAreas()).map(({ code, name }) => [code, name]))
  const names = new Map(owners.map(({ slug, name }) => [slug, name]))
  return reports
    .filter(({ note }) => note !== '')
    .map(({ organisation, through, areaCode, note }) => ({
      on: formatDay(language, through),
      owner: names.get(organisation) ?? '',
      area: areaCode === null ? undefined : areas.get(areaCode),
      note,
    }))
}

/** The dialogues that touch a commitment, as links. */
export const tellDialogueLinks = (language: Language, rows: Awaited<ReturnType<typeof dialoguesOf>>) =>
  rows.map(({ slug, title, startsAt }) => ({ slug, title: pick(title, language), day: formatDay(language, startsAt) }))
