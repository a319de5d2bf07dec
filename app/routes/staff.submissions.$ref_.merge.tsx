import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { mergeSuggestions } from '#app/domain/submissions/merge-suggestions.server.ts'
import { merge } from '#app/domain/submissions/merge.server.ts'
import { mergeInput } from '#app/domain/submissions/staff-input.server.ts'
import { mergeable } from '#app/domain/submissions/statuses.ts'
import { found } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'
import { tellSuggestion } from '#app/http/tell-suggestion.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { MergePage } from '#app/ui/handling/merge-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import type { VerbReply } from '#app/ui/staff/verb-form.tsx'

export const handle = { texts: ['handling'] }

/** What a submission may be merged into, beside what it says itself. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const language = await staffLanguage(request)
  const ref = refFrom(params)
  const submission = found(await findForStaff(staff, ref))
  if (!submission.acts) throw new Response(null, { status: 403 })
  const suggested = mergeable(submission.status) ? await mergeSuggestions(staff, ref) : []
  const { status, category, areaName, createdAt, original, told } = submission
  return {
    title: words(language)('handling:merge.title'),
    open: mergeable(status),
    own: {
      ...{ ref, status, category, areaName, text: original?.body ?? '', lang: told?.writtenIn ?? undefined },
      createdOn: formatDay(language, createdAt),
    },
    suggested: (suggested ?? []).map((one) => tellSuggestion(language, one)),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  const form = await readForm(request, mergeInput)
  if (!form.input) return invalid(form)
  return answerVerb({ form, verb: 'merge', ref }, await merge(staff, ref, form.input))
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Merge() {
  return <MergePage {...useLoaderData<typeof loader>()} reply={useActionData<VerbReply>()} />
}
