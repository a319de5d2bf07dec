import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { bodyLimit } from '#app/domain/submissions/limits.ts'
import { caseReply, type CaseReply } from '#app/http/case-reply.server.ts'
import { postInCase } from '#app/http/case-posts.server.ts'
import { actInCase, isCaseVerb } from '#app/http/case-verbs.server.ts'
import { pageUnderCode } from '#app/http/follow-page.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { keepWords } from '#app/http/keep-words.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { followCookie } from '#app/http/sealed-cookies.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CasePage } from '#app/ui/follow/case-page.tsx'
import { CodeForm } from '#app/ui/follow/code-form.tsx'
import { FollowedPage } from '#app/ui/follow/followed-page.tsx'
import { NotReceived } from '#app/ui/not-received.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { hydrate: true, texts: ['follow', 'receipt', 'photos'] }

export const headers = passHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const { searchParams } = new URL(request.url)
  const kept = await followCookie.read(request)
  const page = await pageUnderCode(language, kept)
  const answerHeaders = new Headers({ 'Cache-Control': 'no-store' })
  // Each look at the thread begins the 30 idle minutes anew.
  if (kept && (page.thread || page.followed)) answerHeaders.set('Set-Cookie', await followCookie.keep(kept))
  const shown = {
    ...{ language, ...page },
    sent: searchParams.has('sent'),
    done: searchParams.get('done'),
    limit: formatNumber(language, bodyLimit),
  }
  return data(shown, { headers: answerHeaders })
}

/** What is posted is answered; when that fails, the page is shown again with all of it. */
export async function action(post: ActionFunctionArgs) {
  const language = languageFrom(post.params)
  return keepWords(
    post,
    () => take(post),
    (form) => caseReply(language, form),
  )
}

/** A code opens the thread; a message goes into the one that is open; what else is done there is named by its address. */
async function take({ request, params, context }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const verb = new URL(request.url).searchParams.get('verb')
  if (isCaseVerb(verb)) return actInCase(verb, { request, language, context })
  return postInCase(request, language, context)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Follow() {
  const { language, title, thread, followed, sent, done, limit, ...fresh } = useLoaderData<typeof loader>()
  const posted: CaseReply | undefined = useActionData<typeof action>()
  const { t } = useTranslation()
  const { values = {}, errors = {}, tooLong, wait, waiting = [] } = posted ?? {}
  const formToken = values.formToken ?? fresh.formToken
  const { message, code, unsolved, email, refusedPhoto: refusedName } = values
  const labels = {
    ...{ code: t('follow:code.label'), message: t('follow:reply.label'), photos: t('photos:short') },
    ...{ unsolved: t('follow:reopen.label'), email: t('follow:bell.label'), heard: t('follow:rating.title') },
  }
  return (
    <div className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        {!thread && !followed && <p className="text-lg">{t('follow:lead')}</p>}
      </header>
      <ErrorSummary errors={errors} labels={labels} />
      {thread && (
        <CasePage
          {...{ language, thread, sent, limit, done, typed: { unsolved, email } }}
          reply={{ formToken, errors, message, tooLong, waiting, refusedName }}
        />
      )}
      {followed && <FollowedPage {...{ language, followed, done }} form={{ email, error: errors.email }} />}
      {!thread && !followed && (
        <CodeForm
          {...{ formToken, errors, code, wait }}
          kept={{ message, photos: waiting.length }}
          action={paths.follow(language)}
        />
      )}
    </div>
  )
}

export const ErrorBoundary = () => <NotReceived />
