import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { passHeaders } from '#app/http/pass-headers.ts'
import { tellReceipt } from '#app/http/receipt.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { receiptCookie } from '#app/http/sealed-cookies.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { CodeGone } from '#app/ui/submit/code-gone.tsx'
import { ForgetDraft } from '#app/ui/submit/forget-draft.tsx'
import { Receipt } from '#app/ui/submit/receipt.tsx'

export const handle = { hydrate: true, texts: ['submit', 'receipt'] }

export const headers = passHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const cookie = await receiptCookie.read(request)
  const kept = cookie && (await tellReceipt(language, cookie))
  const saved = new URL(request.url).searchParams.has('saved')
  const part = kept ? 'received' : saved ? 'thanks' : 'gone'
  const t = words(language)
  const title = kept?.follows ? t('receipt:follows.title') : t(`submit:${part}.title`)
  return data({ language, title, kept, part }, { headers: { 'Cache-Control': 'no-store' } })
}

/** "I have saved the code": it is forgotten here too. */
export async function action({ params }: ActionFunctionArgs) {
  const headers = { 'Set-Cookie': await receiptCookie.forget() }
  return redirect(`${paths.received(languageFrom(params))}?saved`, { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Received() {
  const { language, title, kept, part } = useLoaderData<typeof loader>()
  if (kept)
    return (
      <>
        <ForgetDraft />
        <Receipt {...{ language, title }} receipt={kept} />
      </>
    )
  return <CodeGone language={language} title={title} saved={part === 'thanks'} />
}
