import { categories, priorities } from '#db/schema/submissions.ts'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { allOrganisations, triageColleagues } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { openKinds } from '#app/domain/submissions/categories.ts'
import { writtenLanguages } from '#app/domain/submissions/written-languages.ts'
import { answerTemplates } from '#app/domain/templates/queries.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { languages, type Language } from '#app/i18n/languages.ts'

/** All that a rule of her authority can ask for and do, in words. */
export async function ruleChoices(staff: Staff, language: Language) {
  const t = words(language)
  const inWords = <Value extends string>(values: readonly Value[], name: (value: Value) => string) =>
    values.map((value) => ({ value: value as string, label: name(value) }))
  const organisations = await allOrganisations(staff)
  const templates = await answerTemplates(staff)
  return {
    kinds: inWords(openKinds, (kind) => t(`staff:kind.${kind}`)),
    categories: inWords(categories, (category) => t(`categories:${category}`)),
    areas: (await districtAreas()).map(({ code, name }) => ({ value: code, label: name })),
    languages: inWords(writtenLanguages, (tag) => t(`staff:language.${tag}`)),
    priorities: inWords(priorities, (priority) => t(`staff:priority.${priority}`)),
    organisations: organisations
      .filter(({ slug }) => slug !== staff.authority)
      .map(({ slug, name, kind }) => ({
        ...{ value: slug, name, company: kind === 'company' },
        label: kind === 'company' ? t('staff:route.company', { name }) : name,
      })),
    templates: templates.map(({ id, name }) => ({ value: id, label: name })),
    colleagues: staff.authority
      ? (await triageColleagues(staff, staff.authority)).map(({ id, name }) => ({ value: id, label: name }))
      : [],
  }
}

export type RuleChoices = Awaited<ReturnType<typeof ruleChoices>>

/** "Belysning, Nedskräpning eller Trafik". */
export const orList = (language: Language, items: string[]): string =>
  new Intl.ListFormat(languages[language].format, { type: 'disjunction' }).format(items)
