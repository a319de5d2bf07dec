import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { visitorHash } from '#app/domain/records/day-key.server.ts'
import { openKinds } from '#app/domain/submissions/categories.ts'
import { stepNamed } from '#app/domain/submissions/form-steps.ts'
import { submitInput } from '#app/domain/submissions/input.server.ts'
import { shownQuestions } from '#app/domain/submissions/shown-questions.ts'
import { found } from '#app/http/answers.server.ts'
import { readFormWithPhotos } from '#app/http/forms-with-photos.server.ts'
import { keepWords } from '#app/http/keep-words.server.ts'
import { languageFrom, visitorAddress } from '#app/http/request.server.ts'
import { submitFormParts, tellStep } from '#app/http/submit-form.server.ts'
import { refToFollow } from '#app/http/follow-instead.server.ts'
import { withWholeArea, type PostedForm } from '#app/http/submit-check.server.ts'
import { submitReply } from '#app/http/submit-reply.server.ts'
import { sendForm, followKnown, keepPhotos } from '#app/http/submit-post.server.ts'
import { goIn, turnPage } from '#app/http/submit-steps.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { NotReceived } from '#app/ui/not-received.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { DangerBox } from '#app/ui/submit/danger-box.tsx'
import { firstShowing, type Shown } from '#app/ui/submit/form-parts.ts'
import { fieldNames } from '#app/ui/submit/field-names.ts'
import { LeaveNote } from '#app/ui/submit/leave-note.tsx'
import { OtherWays } from '#app/ui/submit/other-ways.tsx'
import { SubmitForm } from '#app/ui/submit/submit-form.tsx'

export const handle = {
  hydrate: true,
  texts: ['submit', 'questions', 'categories', 'map', 'places', 'photos', 'similar'],
}

const kindFrom = (params: { kind?: string | undefined }) => found(openKinds.find((kind) => kind === params.kind))

/** `context.step` is what the action of the same request shows. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const kind = kindFrom(params)
  const heading = words(language)(`submit:${kind}.heading`)
  const progress = tellStep(language, context.step ?? 'category')
  const title = context.step ? `${progress.text}. ${heading}` : heading
  return { language, kind, heading, title, progress, parts: await submitFormParts(language) }
}

/** What is posted is answered; when that fails, the form is shown again with all of it. */
export async function action(post: ActionFunctionArgs) {
  const language = languageFrom(post.params)
  return keepWords(
    post,
    () => take(post),
    (form) => submitReply(language, form, stepNamed(form.values.step)),
  )
}

/** A button that turns the page turns it; anything else that is posted is a whole submission. */
async function take({ request, params, context }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const form = withWholeArea(await readFormWithPhotos(request, submitInput, { kind: kindFrom(params) }))
  const visitor = await visitorHash(visitorAddress(request, context.address))
  const answer = await answerTo(language, form, visitor)
  if (answer instanceof Response) return answer
  if (answer.reply.step) context.step = answer.reply.step
  return data(answer.reply, { status: answer.status })
}

function answerTo(language: Language, form: PostedForm, visitor: string) {
  const { values } = form
  const ref = refToFollow(values.go)
  if (ref) return followKnown(language, form, { ref, visitor })
  if (values.removePhoto !== undefined || values.keepPhotos !== undefined) return keepPhotos(language, form)
  const go = goIn(values)
  return go ? turnPage(language, form, go) : sendForm(language, form, visitor)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Submit() {
  const { language, kind, heading, parts, progress } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation()
  const empty: Shown = { ...firstShowing, formToken: parts.formToken }
  const shown: Shown = reply ? { ...empty, step: undefined, waiting: undefined, ...reply, fresh: false } : empty
  // On a step of its own the advice to call 112 stands first, and nothing else is wrong.
  const stopped = shown.step === 'questions' && Object.values(shown.errors).includes('stopped')
  const isFirst = !shown.step || shown.step === 'category'
  // That nothing has arrived is said before all else.
  const failed = shown.errors.form === 'not-received'
  const summary = <ErrorSummary errors={shown.errors} labels={fieldNames(t, parts.questions, shown.values)} />
  return (
    <div className={`flex flex-col ${isFirst ? 'gap-7' : 'gap-3'}`}>
      <header className="flex max-w-text flex-col gap-4">
        <h1 className={isFirst ? '' : '!text-lg !tracking-normal text-ink-soft sm:!text-xl'}>{heading}</h1>
        {isFirst && <p className="text-lg">{t('submit:readers')}</p>}
      </header>
      {failed && summary}
      {isFirst && <DangerBox />}
      {isFirst && <LeaveNote />}
      {!stopped && !failed && summary}
      <div className="flex flex-col gap-10 lg:flex-row lg:items-start lg:gap-14">
        <SubmitForm {...{ kind, language, parts, shown, progress, shownQuestions }} />
        <div className="lg:sticky lg:top-6 lg:max-w-xs">
          <OtherWays beside />
        </div>
      </div>
    </div>
  )
}

export const ErrorBoundary = () => <NotReceived />
