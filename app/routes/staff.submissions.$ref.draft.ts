import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { discardDraft } from '#app/domain/submissions/discard-draft.server.ts'
import { draftInputs } from '#app/domain/submissions/draft-input.server.ts'
import { keepDraft } from '#app/domain/submissions/keep-draft.server.ts'
import { templateUses } from '#app/domain/templates/queries.server.ts'
import { refusals } from '#app/domain/refusals.ts'
import { found } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { offeredLanguages, refFrom } from '#app/http/request.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { savedInWords } from '#app/http/tell-drafts.server.ts'
import { paths } from '#app/paths.ts'

/** Keeps or discards what is half written in one form. Script is told when, in words; a form goes back to the page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const ref = refFrom(params)
  const query = new URL(request.url).searchParams
  const use = found(templateUses.find((one) => one === query.get('form')))
  const form = await readForm(request, draftInputs(offeredLanguages())[use])
  const discards = form.values.discard !== undefined
  if (!form.input && !discards) return invalid(form)
  const result = discards
    ? await discardDraft(staff, ref, use)
    : await keepDraft(staff, ref, { form: use, fields: form.input ?? {} })
  if ('refused' in result) throw new Response(null, { status: refusals[result.refused] })
  if (query.has('quiet')) {
    const saved = 'saved' in result && result.saved
    return Response.json({ saved: saved ? savedInWords(await staffLanguage(request), saved) : '' })
  }
  const done = discards ? 'discard-draft' : 'draft'
  return redirect(`${paths.staffSubmission(ref)}?done=${done}`, 303)
}
