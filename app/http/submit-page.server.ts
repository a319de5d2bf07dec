import { data, type ActionFunctionArgs } from '@remix-run/node'
import type { Kind } from '#db/schema/submissions.ts'
import { visitorHash } from '#app/domain/records/day-key.server.ts'
import { stepNamed, type FormStep } from '#app/domain/submissions/form-steps.ts'
import { submitInput } from '#app/domain/submissions/input.server.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { refToFollow } from './follow-instead.server.ts'
import { readFormWithPhotos, readTexts } from './forms-with-photos.server.ts'
import { keepWords } from './keep-words.server.ts'
import { languageFrom, visitorAddress } from './request.server.ts'
import { withWholeArea, type PostedForm } from './submit-check.server.ts'
import { submitFormParts, tellStep } from './submit-form.server.ts'
import { followKnown, keepPhotos, sendForm } from './submit-post.server.ts'
import { submitReply } from './submit-reply.server.ts'
import { goIn, turnPage } from './submit-steps.server.ts'
import { sendTip } from './tip-post.server.ts'
import { unsentTip } from './unsent-tip.server.ts'

/** What the page of a form is drawn from; `step` is what the action of the same request shows. */
export async function submitPage(language: Language, kind: Kind, step: FormStep | undefined) {
  const heading = words(language)(kind === 'tip' ? 'submit:tipOpen.heading' : `submit:${kind}.heading`)
  const progress = tellStep(language, step ?? 'category')
  const title = step ? `${progress.text}. ${heading}` : heading
  return { language, kind, heading, title, progress, parts: await submitFormParts(language, kind) }
}

/** What is posted to a form is answered; when that fails, the form is shown again with all of it. */
export function postToForm(post: ActionFunctionArgs, kind: Kind) {
  const language = languageFrom(post.params)
  return keepWords(
    post,
    () => take(post, kind),
    (form) => submitReply(language, { ...form, values: { ...form.values, kind } }, stepNamed(form.values.step)),
  )
}

/** A button that turns the page turns it; anything else that is posted is a whole submission. */
async function take({ request, params, context }: ActionFunctionArgs, kind: Kind) {
  const language = languageFrom(params)
  if (kind === 'tip' && !(await tipsAreTakenFrom(request))) {
    const { reply, status } = await unsentTip(language, await readTexts(request))
    return data(reply, { status })
  }
  // A tip has no address to be mailed, whatever is posted.
  const extra = kind === 'tip' ? { kind, contactEmail: undefined } : { kind }
  const posted = withWholeArea(await readFormWithPhotos(request, submitInput, extra))
  // What the form is for is said by its address, and by no field.
  const form = { ...posted, values: { ...posted.values, kind } }
  const visitor = () => visitorHash(visitorAddress(request, context.address))
  const answer = await answerTo(language, form, visitor)
  if (answer instanceof Response) return answer
  if (answer.reply.step) context.step = answer.reply.step
  return data(answer.reply, { status: answer.status })
}

/** When it cannot be asked, what was posted is read all the same, so that it can be shown again. */
const tipsAreTakenFrom = (request: Request): Promise<boolean> =>
  tipsAreTaken().catch(async (failure: unknown) => {
    await readTexts(request)
    throw failure
  })

/** `visitor` gives the keyed hash of the day; of a tip nobody asks for it. */
async function answerTo(language: Language, form: PostedForm, visitor: () => Promise<string>) {
  const { values } = form
  const isTip = values.kind === 'tip'
  const ref = isTip ? undefined : refToFollow(values.go)
  if (ref) return followKnown(language, form, { ref, visitor: await visitor() })
  if (values.removePhoto !== undefined || values.keepPhotos !== undefined) return keepPhotos(language, form)
  const go = goIn(values)
  if (go) return turnPage(language, form, go)
  return isTip ? sendTip(language, form) : sendForm(language, form, await visitor())
}
