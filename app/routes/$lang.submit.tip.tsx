import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { passHeaders } from '#app/http/pass-headers.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { TipSignpost } from '#app/ui/submit/tip-signpost.tsx'

export const headers = passHeaders

export function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  return { language, title: words(language)('submit:tip.heading') }
}

/** Nothing is taken here, whatever is posted: the signpost is shown again. */
export const action = () => data(null, { status: 405, headers: { Allow: 'GET, HEAD' } })

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Tip() {
  const { language, title } = useLoaderData<typeof loader>()
  return <TipSignpost language={language} title={title} />
}
