import { findTemplate, templatesFor, type Template } from '#app/domain/templates/queries.server.ts'
import { fillIn, type Placeholder } from '#app/domain/templates/placeholders.ts'
import type { Authority } from '#db/schema/staff.ts'
import type { TemplateUse } from '#db/schema/templates.ts'
import type { Category, Status } from '#db/schema/submissions.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { isLanguage, languages, pick, type Language } from '#app/i18n/languages.ts'
import { found } from './answers.server.ts'
import { offeredLanguages } from './request.server.ts'

type Values = Record<string, string>

/** What a template is filled in with. */
export type FilledFor = { ref: string; registrationNumber: string | null; areaName: string; category: Category }

/** A template's text in one language, for a case, signed by whoever inserts it. */
export function filledTemplate(staff: Staff, of: FilledFor, { text, lang }: { text: string; lang: string }): string {
  const language: Language = isLanguage(lang) ? lang : 'sv'
  const values: Record<Placeholder, string> = {
    ref: of.ref,
    number: of.registrationNumber ?? of.ref,
    area: of.areaName,
    category: words(language)(`categories:${of.category}`),
    function: pick(staff.signsAs, language).text,
    today: formatDay(language, new Date()),
  }
  return fillIn(text, values)
}

type Posted = { staff: Staff; ref: string; use: TemplateUse; values: Values }

/**
 * The form again with the template in it that its button asks for, below what was written already; undefined when
 * another button was pressed. A template that is not there or is for something else answers 404, and so does a case that
 * the other authority has.
 */
export async function withTemplate({ staff, ref, use, values }: Posted) {
  const { insert, ...typed } = values
  if (insert === undefined) return undefined
  const template = found(await findTemplate(staff, insert, use))
  const submission = found(await findForStaff(staff, ref))
  found(submission.acts || undefined)
  const texts = use === 'answer' ? answerFields(staff, submission, template) : replyField(staff, submission, template)
  const filled = Object.entries(texts).map(([field, text]) => [field, below(typed[field] ?? '', text)])
  return { values: { ...typed, ...Object.fromEntries(filled) } as Values, errors: {}, inserted: template.id }
}

const below = (typed: string, text: string): string => [typed.trim(), text].filter(Boolean).join('\n\n')

/** An answer is written in every language that the template has. */
const answerFields = (staff: Staff, of: FilledFor, { body }: Template): Values =>
  Object.fromEntries(
    offeredLanguages()
      .filter((tag) => body[tag])
      .map((tag) => [`answer.${tag}`, filledTemplate(staff, of, { text: body[tag]!, lang: tag })]),
  )

/** A reply is one text: in the resident's language where the template has it, and below it the Swedish, which counts. */
function replyField(staff: Staff, of: FilledFor & { language: string }, { body }: Template): Values {
  const tag = offeredLanguages().find((one) => one === of.language && body[one]) ?? 'sv'
  const [own, swedish] = [tag, 'sv' as const].map((lang) => filledTemplate(staff, of, { text: body[lang]!, lang }))
  if (tag === 'sv') return { message: own! }
  const note = languages[tag].reviewed ? [] : [words(tag)('replies:unreviewed')]
  return { message: [own, ...note, `${words('sv')('replies:swedish')} ${swedish}`].join('\n\n') }
}

type OfCase = FilledFor & {
  receivingAuthority: Authority
  status: Status
  rule: string | undefined
  templateId: string | null
}

/**
 * The templates that fit a case, with what each would say in Swedish. The one that a rule suggests comes first, whether
 * it fits or not, and `suggested` is what it puts into the form; nothing once it is retired.
 */
export async function tellTemplates(staff: Staff, of: OfCase) {
  const { rule, templateId } = of
  const suggested = rule && templateId ? await findTemplate(staff, templateId, 'answer') : undefined
  const fitting = (await templatesFor(staff, of)).filter(({ id }) => id !== suggested?.id)
  const told = (use: TemplateUse) =>
    [...(suggested ? [suggested] : []), ...fitting]
      .filter((template) => template.use === use)
      .map(({ id, name, body }) => ({
        ...{ id, name, tags: Object.keys(body), by: id === suggested?.id ? rule : undefined },
        text: filledTemplate(staff, of, { text: body.sv, lang: 'sv' }),
      }))
  return {
    list: { answer: told('answer'), reply: told('reply') },
    suggested:
      rule && suggested ? { rule, name: suggested.name, fields: answerFields(staff, of, suggested) } : undefined,
  }
}
