import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bellOfLink } from '#app/domain/bells/bell-links.server.ts'
import { confirmBell } from '#app/domain/bells/confirm-bell.server.ts'
import { bellVerb } from '#app/domain/bells/input.server.ts'
import { findBell } from '#app/domain/bells/queries.server.ts'
import { stopBell } from '#app/domain/bells/stop-bell.server.ts'
import { found } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { BellPage } from '#app/ui/bells/bell-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

/** Looking changes nothing: mail programs open links before people do. */
export async function loader({ params: { token = '', ...params } }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const bell = await findBell(found(await bellOfLink(token)))
  const state = !bell ? 'gone' : bell.confirmed ? 'rings' : 'asks'
  return { language, state, title: words(language)(`bells:${state}.title`) } as const
}

/**
 * Yes, or no more mail. What a mail program posts by itself for one who wants no more (RFC 8058) comes without cookies
 * and without our form, and is answered at once.
 */
export async function action({ request, params: { token = '', ...params } }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const bellId = found(await bellOfLink(token))
  const form = await readForm(request, bellVerb)
  if (form.values['List-Unsubscribe'] === 'One-Click') {
    await stopBell(bellId)
    return null
  }
  if (!form.input) return invalid(form)
  if (form.input.verb === 'stop') await stopBell(bellId)
  else await confirmBell(bellId)
  return redirect(paths.bell(language, token), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  { name: 'robots', content: 'noindex' },
]

export default function Bell() {
  return <BellPage {...useLoaderData<typeof loader>()} />
}
