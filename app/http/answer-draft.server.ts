import { discardDraft } from '#app/domain/submissions/discard-draft.server.ts'
import { draftInputs } from '#app/domain/submissions/draft-input.server.ts'
import { draftRights, type DraftAbout } from '#app/domain/submissions/draft-rights.server.ts'
import { keepDraft } from '#app/domain/submissions/keep-draft.server.ts'
import { may } from '#app/domain/staff/permissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { refusals } from '#app/domain/refusals.ts'
import { redirect } from '@remix-run/node'
import { invalid, readForm } from './forms.server.ts'
import { offeredLanguages } from './request.server.ts'
import { staffLanguage } from './require-staff.server.ts'
import { savedInWords } from './tell-drafts.server.ts'

/**
 * Keeps or discards what is half written in a form. Script is told when, in words; a form goes on to the page that
 * `page` names, with what was done and what was posted.
 */
export async function answerDraft(
  request: Request,
  { staff, about }: { staff: Staff; about: DraftAbout },
  page: (done: 'draft' | 'discard-draft', values: Record<string, string>) => string,
) {
  if (!may(staff, draftRights[about.form])) throw new Response(null, { status: 403 })
  const form = await readForm(request, draftInputs(offeredLanguages())[about.form])
  const discards = form.values.discard !== undefined
  if (!form.input && !discards) return invalid(form)
  const result = discards ? await discardDraft(staff, about) : await keepDraft(staff, about, form.input ?? {})
  if ('refused' in result) throw new Response(null, { status: refusals[result.refused] })
  if (new URL(request.url).searchParams.has('quiet')) {
    const saved = 'saved' in result && result.saved
    return Response.json({ saved: saved ? savedInWords(await staffLanguage(request), saved) : '' })
  }
  return redirect(page(discards ? 'discard-draft' : 'draft', form.values), 303)
}
