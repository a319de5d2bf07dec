import { createHash } from 'node:crypto'
import type { Translated } from '#db/schema/shared.ts'
import { isRef } from '#app/domain/is-ref.ts'
import { answerableCases, mostAtOnce, type AnswerableCase } from '#app/domain/submissions/answerable-cases.server.ts'
import { answerableInQueue } from '#app/domain/submissions/answerable-in-queue.server.ts'
import type { OneOfMany } from '#app/domain/submissions/answer-many.server.ts'
import { willNeedSecond } from '#app/domain/submissions/four-eyes.server.ts'
import { publicCategories } from '#app/domain/submissions/published.server.ts'
import { readFilter } from '#app/domain/submissions/queue-filter.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { findTemplate } from '#app/domain/templates/queries.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { textsOf } from '#app/i18n/texts-of.ts'
import { paths } from '#app/paths.ts'
import { found } from './answers.server.ts'
import { filledTemplate } from './insert-template.server.ts'

type Values = Record<string, string>

/** The references that were ticked, at most as many as can be answered at once. */
export const refsIn = (values: Values): string[] =>
  [...new Set((values.ref ?? '').split(','))].filter(isRef).slice(0, mostAtOnce)

/**
 * The cases that an address names: those that were marked in the queue (`ref`), or what can be answered of a queue
 * (`from`, its query, or `category`), of which `all` ticks every one. `left` are those marked that cannot be answered, and
 * `query` is the address again, without what it does not mean.
 */
export async function manyCases(staff: Staff, asked: URLSearchParams) {
  const marked = [...new Set(asked.getAll('ref'))].filter(isRef).slice(0, mostAtOnce)
  const category = publicCategories.find((one) => one === asked.get('category'))
  const from = asked.get('from') ?? ''
  const isAll = asked.get('all') === 'yes'
  const query = new URLSearchParams(Object.entries({ category, from, ...(isAll && { all: 'yes' }) }).filter(isSaid))
  const back = `${paths.staffQueue()}?${new URLSearchParams(from).toString()}`
  if (marked.length === 0 || isAll) {
    const filter = readFilter(new URLSearchParams(category ? { category } : from))
    const { cases, more } = await answerableInQueue(staff, filter)
    const ticked = isAll ? cases.map(({ ref }) => ref) : []
    return { cases, more, ticked, left: [], category, chosen: isAll || from !== '', query: query.toString(), back }
  }
  for (const ref of marked) query.append('ref', ref)
  const cases = await answerableCases(staff, { refs: marked })
  const ticked = cases.map(({ ref }) => ref)
  const left = marked.filter((ref) => !ticked.includes(ref))
  return { cases, more: false, ticked, left, category, chosen: true, query: query.toString(), back }
}

const isSaid = (entry: [string, string | undefined]): entry is [string, string] => Boolean(entry[1])

type Listed = Pick<AnswerableCase, 'ref' | 'category' | 'areaName' | 'body' | 'createdAt'>

/** A case as the list shows it. */
export const tellAnswerable = (language: Language, { ref, category, areaName, body, createdAt }: Listed) => ({
  ...{ ref, areaName, category: words(language)(`categories:${category}`), cameOn: formatDay(language, createdAt) },
  body: body.length > 200 ? `${body.slice(0, 200)}…` : body,
})

/** The form with a template in it as it stands: its placeholders are filled in for each case. */
export async function withManyTemplate(staff: Staff, { insert, ...typed }: Values): Promise<Values> {
  const template = found(await findTemplate(staff, insert ?? '', 'answer'))
  const texts = Object.entries(template.body).map(([tag, text]) => [
    `answer.${tag}`,
    [typed[`answer.${tag}`]?.trim(), text].filter(Boolean).join('\n\n'),
  ])
  return { ...typed, ...Object.fromEntries(texts) }
}

/**
 * What each of the ticked cases would be answered, each with a mark of how it stands; a case that cannot be answered is
 * missing. `seen` holds the marks as one text.
 */
export async function manyAnswers(staff: Staff, refs: string[], body: Translated) {
  const rows = await answerableCases(staff, { refs })
  const cases: OneOfMany[] = rows.map((row) => ({
    ...{ ref: row.ref, after: row.after, said: row.said },
    body: Object.fromEntries(
      Object.entries(body).map(([lang, text]) => [lang, filledTemplate(staff, row, { text: text ?? '', lang })]),
    ) as Translated,
  }))
  const missing = refs.filter((ref) => !rows.some((row) => row.ref === ref))
  return { rows, cases, missing, seen: cases.map(markOfCase).join(' ') }
}

const markOfCase = (one: OneOfMany): string =>
  createHash('sha256').update(JSON.stringify(one)).digest('base64url').slice(0, 16)

/** The first of them that is not there any more, or does not stand as it was seen; undefined when all do. */
export const changedSince = (seen: string, { cases, missing }: Awaited<ReturnType<typeof manyAnswers>>) =>
  missing[0] ?? cases.find((one) => !seen.split(' ').includes(markOfCase(one)))?.ref

/** The same in words: each case with its text in every language, who reads it and when it is given. */
export async function tellMany(staff: Staff, language: Language, { given, answers }: Told) {
  const { rows, cases, missing, seen } = answers
  const t = words(language)
  const second = await willNeedSecond(
    staff,
    rows.map(({ category }) => category),
  )
  const { audience, at } = given
  return {
    ...{ missing, seen, audience, second },
    when: at && t('templates:batch.at', { day: formatDay(language, at), time: formatTime(language, at) }),
    cases: rows.map((row, index) => ({
      ...tellAnswerable(language, row),
      texts: textsOf(cases[index]?.body ?? {}),
    })),
  }
}

type Told = {
  given: { audience: 'public' | 'resident'; at?: Date | undefined }
  answers: Awaited<ReturnType<typeof manyAnswers>>
}
