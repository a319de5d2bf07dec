import { categories, statuses } from '#db/schema/submissions.ts'
import { templateUses } from '#db/schema/templates.ts'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { placeholders } from '#app/domain/templates/placeholders.ts'
import { markOfTemplate, type Template } from '#app/domain/templates/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatList } from '#app/i18n/format.server.ts'
import { languages, languageTags, type Language } from '#app/i18n/languages.ts'
import { filledTemplate } from './insert-template.server.ts'

type Values = Record<string, string>

/** A template as the list shows it: what it is for, where it is offered and what it says. */
export function tellTemplate(language: Language, { id, use, name, category, status, body }: Template) {
  const t = words(language)
  const offered = [category && t(`categories:${category}`), status && t(`staff:status.${status}`)].filter((one) => one)
  return {
    ...{ id, use, name, text: body.sv },
    offered: offered.length > 0 ? offered.join(' · ') : t('templates:always'),
    languages: formatList(
      language,
      languageTags.filter((tag) => body[tag]).map((tag) => languages[tag].name),
    ),
  }
}

/** What the form of a template is drawn from, beside what is written in it. */
export function templateForm(language: Language) {
  const t = words(language)
  const chosen = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return {
    uses: chosen(templateUses, (use) => t(`templates:use.${use}`)),
    categories: chosen(categories, (category) => t(`categories:${category}`)),
    statuses: chosen(statuses, (status) => t(`staff:status.${status}`)),
    languages: languageTags.map((tag) => ({ tag, name: languages[tag].name })),
    placeholders: placeholders.map((name) => ({ name, about: t(`templates:placeholder.${name}`) })),
  }
}

/** A template as the fields of its form; of a new one nothing. */
export const valuesOfTemplate = (template: Template | undefined): Values =>
  template
    ? {
        ...{ use: template.use, name: template.name, category: template.category ?? '', status: template.status ?? '' },
        ...Object.fromEntries(Object.entries(template.body).map(([tag, text]) => [`body.${tag}`, text ?? ''])),
        seen: markOfTemplate(template),
      }
    : {}

/** What a template says to the resident, for a made-up case in the first of the areas. */
export async function previewOf(staff: Staff, values: Values) {
  const [area] = await districtAreas()
  const of = {
    ...{ ref: '7KQ4-2M9P', registrationNumber: 'GBG-2026-000123', areaName: area?.name ?? '' },
    category: categories.find((one) => one === values.category) ?? 'lighting',
  }
  return languageTags
    .map((lang) => ({ lang, name: languages[lang].name, text: values[`body.${lang}`]?.trim() ?? '' }))
    .filter(({ text }) => text !== '')
    .map(({ text, ...one }) => ({ ...one, text: filledTemplate(staff, of, { text, lang: one.lang }) }))
}
