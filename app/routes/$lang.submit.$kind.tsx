import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openKinds } from '#app/domain/submissions/categories.ts'
import { shownQuestions } from '#app/domain/submissions/shown-questions.ts'
import { found } from '#app/http/answers.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { postToForm, submitPage } from '#app/http/submit-page.server.ts'
import { NotReceived } from '#app/ui/not-received.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { SubmitPage } from '#app/ui/submit/submit-page.tsx'

export const handle = {
  hydrate: true,
  texts: ['submit', 'questions', 'categories', 'map', 'places', 'photos', 'similar'],
}

const kindFrom = (params: { kind?: string | undefined }) => found(openKinds.find((kind) => kind === params.kind))

export const loader = async ({ params, context }: LoaderFunctionArgs) =>
  submitPage(languageFrom(params), kindFrom(params), context.step)

export const action = async (post: ActionFunctionArgs) => postToForm(post, kindFrom(post.params))

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Submit() {
  const page = useLoaderData<typeof loader>()
  return <SubmitPage {...{ page, shownQuestions }} reply={useActionData<typeof action>()} />
}

export const ErrorBoundary = () => <NotReceived />
