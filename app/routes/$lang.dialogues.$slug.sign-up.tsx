import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signUpInput } from '#app/domain/dialogues/input.server.ts'
import { signUp } from '#app/domain/dialogues/sign-up.server.ts'
import { takesSignUps } from '#app/domain/dialogues/stages.ts'
import { refuse } from '#app/http/answers.server.ts'
import { dialogueFrom } from '#app/http/dialogue-from.server.ts'
import { invalid, invalidField, readForm } from '#app/http/forms.server.ts'
import { keepWords } from '#app/http/keep-words.server.ts'
import { languageFrom, offeredLanguages } from '#app/http/request.server.ts'
import { signUpForm } from '#app/http/sign-up-form.server.ts'
import { tellListed } from '#app/http/tell-dialogues.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { DateLeaf } from '#app/ui/dialogues/date-leaf.tsx'
import { SignUpForm } from '#app/ui/dialogues/sign-up-form.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { InLanguage } from '#app/ui/in-language.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { NotReceived } from '#app/ui/not-received.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const dialogue = await dialogueFrom(params)
  return {
    language,
    title: words(language)('dialogues:form.title'),
    dialogue: tellListed(language, dialogue),
    parts: takesSignUps(dialogue.stage) ? await signUpForm(language, dialogue) : undefined,
  }
}

/** What is posted is answered; when that fails, the form is shown again with all of it. */
export const action = (post: ActionFunctionArgs) =>
  keepWords(
    post,
    () => take(post),
    (form) => Promise.resolve(form),
  )

async function take({ request, params }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const dialogue = await dialogueFrom(params)
  const form = await readForm(request, signUpInput({ ...dialogue, languages: offeredLanguages(), language }))
  if (!form.input) return invalid(form)

  const result = await signUp(dialogue.slug, form.input)
  if (!('refused' in result)) return redirect(paths.booking(language, result.token), 303)
  if (result.refused !== 'stale-form') return refuse(result)
  const { formToken: _stale, ...values } = form.values
  return invalidField({ ...form, values }, 'form', result.refused)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function SignUp() {
  const { language, title, dialogue, parts } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { values, errors } = reply && 'values' in reply ? reply : { values: {}, errors: {} }
  const { t } = useTranslation()
  const labels: Record<string, string> = Object.fromEntries([
    ...['name', 'partySize', 'email', 'language', 'needs'].map((field) => [field, t(`dialogues:form.${field}`)]),
    ...(parts?.questions ?? []).map((question) => [question.field, question.label.text.replace(/[?؟]$/, '')]),
  ])
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-5">
        <h1>{title}</h1>
        <div className="flex max-w-text gap-4">
          <DateLeaf leaf={dialogue.leaf} />
          <p className="flex flex-col gap-0.5">
            <a href={paths.dialogue(language, dialogue.slug)} className="text-lg font-bold">
              <InLanguage text={dialogue.title} />
            </a>
            <span className="first-letter:uppercase">
              {dialogue.day} {dialogue.time}
            </span>
            <span lang="sv" className="text-ink-soft">
              {dialogue.place}
            </span>
          </p>
        </div>
      </header>
      <ErrorSummary errors={errors} labels={labels} />
      {reply && 'refused' in reply && (
        <Notice tone="danger" role="alert">
          <p>{t(`errors:refusal.${reply.refused}`)}</p>
        </Notice>
      )}
      {dialogue.stage === 'full' && (
        <Notice tone="wait">
          <p className="font-bold">{t('dialogues:form.full')}</p>
          <p>{t('dialogues:signUp.order')}</p>
        </Notice>
      )}
      {parts ? (
        <SignUpForm {...{ language, parts, values, errors }} slug={dialogue.slug} waiting={dialogue.stage === 'full'} />
      ) : (
        <div className="flex flex-col gap-5">
          <p className="text-lg">
            {t('dialogues:form.closed')} {t(`dialogues:stage.${dialogue.stage}`)}.
          </p>
          <p>
            <a className="button" href={paths.dialogue(language, dialogue.slug)}>
              {t('dialogues:form.back')}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}

export const ErrorBoundary = () => <NotReceived />
