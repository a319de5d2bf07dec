import { authorities } from '#db/schema/staff.ts'
import { categories } from '#db/schema/submissions.ts'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { insightsFilter, periods, type InsightsFilter } from '#app/domain/insights/input.server.ts'
import { seesAllFigures } from '#app/domain/insights/visible-figures.server.ts'
import { reachesArea } from '#app/domain/staff/permissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { writtenLanguages } from '#app/domain/submissions/written-languages.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { languageNames } from '#app/i18n/language-names.ts'
import type { Language } from '#app/i18n/languages.ts'

/** What the address narrows figures by. */
export const insightsFilterFrom = (request: Request): InsightsFilter =>
  insightsFilter.parse(Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== '')))

/** What a member of staff can narrow figures by. */
export async function insightsChoices(language: Language, staff: Staff) {
  const t = words(language)
  const areas = (await districtAreas()).filter(({ code }) => reachesArea(staff, code))
  return {
    weeks: periods.map((weeks) => ({ value: String(weeks), label: t('insights:filter.lastWeeks', { count: weeks }) })),
    authority: (seesAllFigures(staff) ? authorities : []).map((value) => ({
      ...{ value, label: t(`staff:authority.${value}`) },
    })),
    area: areas.map(({ code, name }) => ({ value: code, label: name })),
    category: categories.map((value) => ({ value, label: t(`categories:${value}`) })),
    language: writtenLanguages.map((value) => ({ value, label: languageNames[value] })),
  }
}
