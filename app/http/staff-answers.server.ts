import { data, redirect } from '@remix-run/node'
import { refusals, type Refused } from '#app/domain/refusals.ts'
import { paths } from '#app/paths.ts'
import type { FormReply } from './forms.server.ts'

/** What the staff can do to a submission; each has an address of its own under it. */
export const verbs = [
  ...['move', 'assign', 'prioritise', 'next-day', 'note', 'share-note', 'reply', 'link', 'unlink'],
  ...['route', 'unroute', 'public-text', 'answer', 'publish', 'unpublish'],
  ...['standard-reply', 'correct-language', 'mark-spam', 'unmark-spam', 'release-held'],
  ...['mark-secret', 'lift-secrecy', 'draft', 'discard-draft', 'withdraw', 'merge', 'unmerge'],
  ...['plan', 'approve-plan', 'cancel-plan', 'hand-over', 'redirect', 'raise-alarm', 'take-alarm', 'child-report'],
] as const

/** `from` is the queue from which she came, as it stands in the address that she posted to. */
type Posted = { form: FormReply & { from?: string | undefined }; verb: string; ref: string }

/**
 * The answer to a verb of the back office: back to the submission, where it is said that it was done. A refusal shows
 * the form again with everything kept; what is not there or not allowed is answered as such.
 */
export function answerVerb({ form, verb, ref }: Posted, result: Refused | object) {
  if (!('refused' in result)) return redirect(paths.staffSubmission(ref, { done: verb, from: form.from }), 303)
  const { refused } = result
  if (refused === 'not-found' || refused === 'not-allowed') throw new Response(null, { status: refusals[refused] })
  return data({ values: form.values, errors: {}, refused }, { status: refusals[refused] })
}
