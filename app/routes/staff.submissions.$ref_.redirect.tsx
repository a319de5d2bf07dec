import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { draftsOf } from '#app/domain/submissions/drafts-of.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { redirectOutside } from '#app/domain/submissions/redirect-outside.server.ts'
import { redirectInput } from '#app/domain/submissions/staff-input.server.ts'
import { staffMoves } from '#app/domain/submissions/staff-moves.ts'
import { found } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { outsideChoices, outsideLetter, outsideNamed, tellOutside } from '#app/http/passing-on.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'
import { tellDraft } from '#app/http/tell-drafts.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { RedirectPage } from '#app/ui/handling/redirect-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import type { VerbReply } from '#app/ui/staff/verb-form.tsx'

export const handle = { texts: ['handling', 'templates'] }

/**
 * Whom the resident can be sent to, and the letter that is proposed once somebody is chosen (`?to=`), or as she has half
 * written it.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const language = await staffLanguage(request)
  const submission = found(await findForStaff(staff, refFrom(params)))
  if (!submission.acts) throw new Response(null, { status: 403 })
  const draft = tellDraft(language, (await draftsOf(staff, submission.id)).redirect)
  const draftTo = outsideNamed(draft?.fields.outside ?? null)
  const to = outsideNamed(new URL(request.url).searchParams.get('to')) ?? draftTo
  return {
    title: words(language)('handling:redirect.title'),
    ...{ of: submission.ref, status: submission.status, to, choices: outsideChoices(language) },
    open: staffMoves(submission.status).includes('redirected'),
    contact: to && tellOutside(language, to),
    letter: to && ((to === draftTo && draft?.fields.letter) || outsideLetter(to, submission.language, staff.signsAs)),
    saved: to === draftTo ? draft?.saved : undefined,
    wanted: words(language)(`staff:language.${submission.language}`),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  const form = await readForm(request, redirectInput)
  if (!form.input) return invalid(form)
  return answerVerb({ form, verb: 'redirect', ref }, await redirectOutside(staff, ref, form.input))
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Redirect() {
  return <RedirectPage {...useLoaderData<typeof loader>()} reply={useActionData<VerbReply>()} />
}
