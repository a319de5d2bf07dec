import { data } from '@remix-run/node'
import { bodyLimit } from '#app/domain/submissions/limits.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { FormReply } from './forms.server.ts'
import { photoList, type ShownPhoto } from './photo-list.server.ts'

/** What the follow page shows again: what was typed, what is wrong, and the photos that wait for the form. */
export type CaseReply = FormReply & {
  tooLong?: string | undefined
  wait?: string | undefined
  waiting?: ShownPhoto[] | undefined
}

/** What the follow page is drawn from when it is shown again with everything kept. */
export async function caseReply(language: Language, { values, errors }: FormReply): Promise<CaseReply> {
  const waiting = values.formToken ? await photoList(language, values.formToken) : []
  const tooLong = ['message', 'unsolved'].find((field) => errors[field] === 'too-long')
  return { values, errors, waiting, tooLong: tooLong && howLong(language, values[tooLong] ?? '') }
}

/** The follow page again with everything kept, status 422 where something is wrong. */
export async function again(language: Language, { values, errors }: FormReply, wrong = errors) {
  const reply = await caseReply(language, { values, errors: wrong })
  return data(reply, { status: Object.keys(wrong).length > 0 ? 422 : 200 })
}

function howLong(language: Language, text: string): string {
  const written = text.replaceAll('\r\n', '\n').trim().length
  const [counted, limit] = [written, bodyLimit].map((number) => formatNumber(language, number))
  return words(language)('submit:body.tooLong', { written: counted, limit })
}

/** The same after too many tries: status 429, with how long to wait. */
export function waitAgain(values: Record<string, string>, told: Omit<CaseReply, 'values'>, seconds: number) {
  const reply: CaseReply = { ...told, values }
  return data(reply, { status: 429, headers: { 'Retry-After': String(seconds) } })
}
