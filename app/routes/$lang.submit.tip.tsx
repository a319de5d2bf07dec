import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shownQuestions } from '#app/domain/submissions/shown-questions.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { postToForm, submitPage } from '#app/http/submit-page.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { NotReceived } from '#app/ui/not-received.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { SubmitPage } from '#app/ui/submit/submit-page.tsx'
import { TipSignpost } from '#app/ui/submit/tip-signpost.tsx'

export const handle = { hydrate: true, texts: ['submit', 'questions', 'categories', 'map', 'places', 'photos'] }

export const headers = passHeaders

/** The form while tips are taken; else the signpost, which runs no script. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  if (await tipsAreTaken()) return { ...(await submitPage(language, 'tip', context.step)), plain: false as const }
  return { language, title: words(language)('submit:tip.heading'), plain: true as const }
}

/** While no tips are taken nothing is, whatever is posted: the signpost is shown, with what was typed. */
export const action = (post: ActionFunctionArgs) => postToForm(post, 'tip')

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Tip() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const unsent = reply && ('unsent' in reply ? reply.unsent : reply.values.body)
  if (page.plain) return <TipSignpost language={page.language} title={page.title} unsent={unsent} />
  return <SubmitPage {...{ page, shownQuestions, reply }} />
}

export const ErrorBoundary = () => <NotReceived />
