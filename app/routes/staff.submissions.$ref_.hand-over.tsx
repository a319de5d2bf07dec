import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { draftsOf } from '#app/domain/submissions/drafts-of.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { handOverInput } from '#app/domain/submissions/staff-input.server.ts'
import { found } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { handedOverMessage, otherAuthority } from '#app/http/passing-on.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'
import { tellDraft } from '#app/http/tell-drafts.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { HandOverCasePage } from '#app/ui/handling/hand-over-case-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import type { VerbReply } from '#app/ui/staff/verb-form.tsx'

export const handle = { texts: ['handling', 'templates'] }

/**
 * What it means to hand a case over to the other authority, and the letter to the resident that is proposed, or as she has
 * half written it.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const language = await staffLanguage(request)
  const submission = found(await findForStaff(staff, refFrom(params)))
  if (!submission.acts) throw new Response(null, { status: 403 })
  const draft = tellDraft(language, (await draftsOf(staff, submission.id))['hand-over'])
  const to = otherAuthority(submission.receivingAuthority)
  return {
    title: words(language)('handling:handOver.title', { authority: words(language)(`staff:authority.${to}`) }),
    ...{ of: submission.ref, status: submission.status, number: submission.registrationNumber, to },
    merged: submission.merged.length > 0,
    letter: draft?.fields.letter || handedOverMessage(to, submission.language),
    saved: draft?.saved,
    wanted: words(language)(`staff:language.${submission.language}`),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  const form = await readForm(request, handOverInput)
  if (!form.input) return invalid(form)
  const { from, to, letter } = form.input
  const result = await handOver(staff, ref, { from, to, message: letter })
  return 'refused' in result
    ? answerVerb({ form, verb: 'hand-over', ref }, result)
    : redirect(paths.staffHandedOver(result.handedOver), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function HandOver() {
  return <HandOverCasePage {...useLoaderData<typeof loader>()} reply={useActionData<VerbReply>()} />
}
