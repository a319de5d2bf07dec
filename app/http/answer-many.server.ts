import { createHash } from 'node:crypto'
import type { Translated } from '#db/schema/shared.ts'
import { answerableCases, mostAtOnce, type AnswerableCase } from '#app/domain/submissions/answerable-cases.server.ts'
import type { OneOfMany } from '#app/domain/submissions/answer-many.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { findTemplate } from '#app/domain/templates/queries.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { isLanguage, languages, type Language } from '#app/i18n/languages.ts'
import { found } from './answers.server.ts'
import { filledTemplate } from './insert-template.server.ts'

type Values = Record<string, string>

/** The references that were ticked, at most as many as can be answered at once. */
export const refsIn = (values: Values): string[] =>
  [...new Set((values.ref ?? '').split(','))]
    .filter((ref) => /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(ref))
    .slice(0, mostAtOnce)

/** A case as the list shows it. */
export const tellAnswerable = (language: Language, { ref, category, areaName, body, createdAt }: AnswerableCase) => ({
  ...{ ref, areaName, category: words(language)(`categories:${category}`), cameOn: formatDay(language, createdAt) },
  body: body.length > 200 ? `${body.slice(0, 200)}…` : body,
})

/** The form with a template in it as it stands: its placeholders are filled in for each case. */
export async function withManyTemplate(staff: Staff, { insert, ...typed }: Values): Promise<Values> {
  const template = found(/^[\da-f-]{36}$/.test(insert ?? '') ? await findTemplate(staff, insert!, 'answer') : undefined)
  const texts = Object.entries(template.body).map(([tag, text]) => [
    `answer.${tag}`,
    [typed[`answer.${tag}`]?.trim(), text].filter(Boolean).join('\n\n'),
  ])
  return { ...typed, ...Object.fromEntries(texts) }
}

/** What each of the ticked cases would be answered, and a mark of it all; a case that cannot be answered is missing. */
export async function manyAnswers(staff: Staff, refs: string[], body: Translated) {
  const rows = await answerableCases(staff, { refs })
  const cases: OneOfMany[] = rows.map((row) => ({
    ...{ ref: row.ref, after: row.after },
    body: Object.fromEntries(
      Object.entries(body).map(([lang, text]) => [lang, filledTemplate(staff, row, { text: text ?? '', lang })]),
    ) as Translated,
  }))
  const mark = createHash('sha256').update(JSON.stringify(cases)).digest('base64url').slice(0, 22)
  return { rows, cases, mark, missing: refs.filter((ref) => !rows.some((row) => row.ref === ref)) }
}

/** The same in words: each case with its text in every language. */
export const tellMany = (language: Language, { rows, cases }: Awaited<ReturnType<typeof manyAnswers>>) =>
  rows.map((row, index) => ({
    ...tellAnswerable(language, row),
    texts: Object.entries(cases[index]?.body ?? {}).map(([lang, text]) => ({
      ...{ lang, text: text ?? '' },
      name: isLanguage(lang) ? languages[lang].name : lang,
    })),
  }))
