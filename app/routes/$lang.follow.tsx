import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { bodyLimit } from '#app/domain/submissions/limits.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { casePage } from '#app/http/case-page.server.ts'
import { openCase, replyInCase } from '#app/http/case-posts.server.ts'
import { freshFormToken } from '#app/http/form-token.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { followCookie } from '#app/http/sealed-cookies.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CasePage } from '#app/ui/follow/case-page.tsx'
import { CodeForm } from '#app/ui/follow/code-form.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const headers = passHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const kept = await followCookie.read(request)
  const thread = kept && (await threadUnderCode(kept.hash))
  const answerHeaders = new Headers({ 'Cache-Control': 'no-store' })
  // Each look at the thread begins the 30 idle minutes anew.
  if (thread) answerHeaders.set('Set-Cookie', await followCookie.keep(kept))
  const shown = {
    language,
    title: words(language)(thread ? 'follow:case.title' : 'follow:title'),
    thread: thread && casePage(language, thread),
    sent: new URL(request.url).searchParams.has('sent'),
    limit: formatNumber(language, bodyLimit),
    formToken: await freshFormToken(),
  }
  return data(shown, { headers: answerHeaders })
}

/** A code opens the thread; a message goes into the one that is open. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const posted = await request.clone().formData()
  return posted.has('code') ? openCase(request, language, context) : replyInCase(request, language)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Follow() {
  const { language, title, thread, sent, limit, formToken } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation()
  const values = reply?.values ?? {}
  const errors = reply?.errors ?? {}
  const labels = { code: t('follow:code.label'), message: t('follow:reply.label') }
  const form = { formToken, errors, message: values.message }
  return (
    <div className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        {!thread && <p className="text-lg">{t('follow:lead')}</p>}
      </header>
      <ErrorSummary errors={errors} labels={labels} />
      {thread ? (
        <CasePage
          {...{ thread, sent, limit, closeAt: paths.closeCase(language) }}
          reply={{ ...form, tooLong: reply?.tooLong }}
        />
      ) : (
        <CodeForm {...form} code={values.code} wait={reply?.wait} />
      )}
    </div>
  )
}
