import { redirect, type AppLoadContext } from '@remix-run/node'
import { changeBell } from '#app/domain/bells/change-bell.server.ts'
import { bellInput } from '#app/domain/bells/input.server.ts'
import { withdrawBell } from '#app/domain/bells/withdraw-bell.server.ts'
import { visitorHash } from '#app/domain/records/day-key.server.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { chooseLanguages } from '#app/domain/submissions/choose-languages.server.ts'
import { languagesInput, ratingInput, reopenInput } from '#app/domain/submissions/input.server.ts'
import { rate } from '#app/domain/submissions/rate.server.ts'
import { reopen } from '#app/domain/submissions/reopen.server.ts'
import { isTipUnderCode } from '#app/domain/tips/tip-under-code.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { again, waitAgain } from './case-reply.server.ts'
import { readForm } from './forms.server.ts'
import { secondsToNextBell } from './hang-bell.server.ts'
import { offeredLanguages, visitorAddress } from './request.server.ts'
import { followCookie } from './sealed-cookies.server.ts'

type Post = { request: Request; language: Language; context: AppLoadContext; hash: string }

/** What can be done on an open follow page beside writing; each is named in the address that its form posts to. */
const verbs = { rate: rateInCase, reopen: reopenInCase, bell: askInCase, withdraw: withdrawInCase, languages: choose }

export type CaseVerb = keyof typeof verbs

export const isCaseVerb = (text: string | null): text is CaseVerb => text !== null && Object.hasOwn(verbs, text)

/** Does it under the code that is open in this browser; when none is any more, asks for the code and keeps the words. */
export async function actInCase(verb: CaseVerb, post: Omit<Post, 'hash'>) {
  const kept = await followCookie.read(post.request)
  // None of these is offered for what is sealed.
  if (kept && (await isTipUnderCode(kept.hash))) return redirect(paths.follow(post.language), { status: 303 })
  if (kept) return verbs[verb]({ ...post, hash: kept.hash })
  const { values } = await readForm(post.request, reopenInput)
  const { unsolved, ...others } = values
  return again(
    post.language,
    { values: { ...others, ...(unsolved && { message: unsolved }) }, errors: {} },
    { code: 'page-closed' },
  )
}

const done = (language: Language, what: string, at: string) =>
  redirect(`${paths.follow(language)}?done=${what}#${at}`, { status: 303 })

async function rateInCase({ request, language, hash }: Post) {
  const form = await readForm(request, ratingInput)
  if (!form.input) return again(language, form)
  await rate(hash, form.input)
  return done(language, 'rated', 'rating')
}

async function reopenInCase({ request, language, hash }: Post) {
  const form = await readForm(request, reopenInput)
  if (!form.input) return again(language, form)
  const { unsolved: message, formToken } = form.input
  const result = await reopen(hash, { message, formToken })
  if (!('refused' in result)) return done(language, 'reopened', 'status')
  if (result.refused === 'stale-form') {
    const { formToken: _stale, ...values } = form.values
    return again(language, { ...form, values }, { form: 'stale-form' })
  }
  if (result.refused === 'too-late-to-reopen')
    return again(language, { ...form, values: { ...form.values, message } }, { message: 'too-late-to-reopen' })
  // Somebody has opened it meanwhile: what she says belongs there.
  await addMessage(hash, { message, formToken })
  return redirect(`${paths.follow(language)}?sent#reply`, { status: 303 })
}

async function askInCase({ request, language, context, hash }: Post) {
  const form = await readForm(request, bellInput)
  if (!form.input) return again(language, form)
  const visitor = await visitorHash(visitorAddress(request, context.address))
  const seconds = await secondsToNextBell(visitor, form.input.email)
  if (seconds) return waitAgain(form.values, { errors: { email: 'too-many-mails' } }, seconds)
  await changeBell(hash, { email: form.input.email, language })
  return done(language, 'bell-asked', 'bell')
}

async function withdrawInCase({ language, hash }: Post) {
  await withdrawBell(hash)
  return done(language, 'bell-withdrawn', 'bell')
}

async function choose({ request, language, hash }: Post) {
  const form = await readForm(request, languagesInput)
  if (!form.input) return again(language, form)
  const wanted = offeredLanguages().find((tag) => tag === form.input?.language) ?? language
  await chooseLanguages(hash, { ...form.input, language: wanted })
  return done(language, 'languages', 'languages')
}
