import { data, redirect } from '@remix-run/node'
import { answerTip } from '#app/domain/tips/answer-tip.server.ts'
import { assignTip } from '#app/domain/tips/assign-tip.server.ts'
import { closeTip } from '#app/domain/tips/close-tip.server.ts'
import { tipAssignInput, tipReplyInput } from '#app/domain/tips/input.ts'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import { reopenTip } from '#app/domain/tips/reopen-tip.server.ts'
import { refusals, type Refused } from '#app/domain/refusals.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { paths } from '#app/paths.ts'
import { checkForm, invalid, type FormReply } from './forms.server.ts'

type Post = { staff: Staff; ref: string; tipsKey: OpenKey }

/** What a holder can do with an opened tip; each is named by the button of its form. */
const verbs = {
  reply,
  close: ({ staff, ref }: Post): Done => closeTip(staff, ref),
  reopen: ({ staff, ref }: Post): Done => reopenTip(staff, ref),
  assign,
}
type Verb = keyof typeof verbs

/** The verb that was just done, as the page confirms it. */
export const tipVerb = (text: string | null | undefined): Verb | undefined =>
  (Object.keys(verbs) as Verb[]).find((verb) => verb === text)

/** Does what a form of the tip's page asks for; what is no verb is not there. */
export async function postToTip(post: Post, form: FormReply) {
  // What was typed and not sent when the page left the screen is in its form again.
  if (form.values.verb === 'draft') return data({ values: form.values, errors: {} })
  const verb = tipVerb(form.values.verb)
  if (!verb) throw new Response(null, { status: 404 })
  const result = await verbs[verb](post, form)
  if ('init' in result) return result
  if (!('refused' in result)) return redirect(`${paths.staffTip(post.ref)}?done=${verb}`, 303)
  const { refused } = result
  if (refused === 'not-found') throw new Response(null, { status: 404 })
  return data({ values: form.values, errors: {}, refused }, { status: refusals[refused] })
}

type Done = Promise<Refused | object>

async function reply({ staff, ref, tipsKey }: Post, form: FormReply): Done {
  const { input, ...wrong } = checkForm(form.values, tipReplyInput)
  return input ? answerTip(staff, { ref, tipsKey }, input) : invalid(wrong)
}

async function assign({ staff, ref }: Post, form: FormReply): Done {
  const { input, ...wrong } = checkForm(form.values, tipAssignInput)
  return input ? assignTip(staff, ref, { from: input.from, to: input.assignee }) : invalid(wrong)
}
