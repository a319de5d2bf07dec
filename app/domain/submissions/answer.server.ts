import { desc, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import type { Translated } from '#db/schema/shared.ts'
import { responses, type audiences, type Status } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { setStatus } from './set-status.server.ts'
import { staleTranslations } from './stale-translations.ts'

type Answer = {
  body: Translated
  audience: (typeof audiences)[number]
  after: number
  /** Of these translations the writer says that they still say what the Swedish says. */
  confirmed?: readonly string[]
}

const answerable: readonly Status[] = ['in_progress', 'waiting_for_resident']
const correctable: readonly Status[] = ['answered', 'closed']

/**
 * Gives the official answer, signed with the writer's function, and moves the submission to answered. Given again it
 * is a new version beside the old ones. `after` is the newest version that the writer saw, 0 for none. Refuses when
 * somebody else has answered meanwhile, and in a state where nothing is answered.
 */
export async function answer(
  staff: Staff,
  ref: string,
  { body, audience, after, confirmed = [] }: Answer,
): Promise<Refused | { version: number }> {
  assertMay(staff, 'answer')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const submissionId = submission.id
    const [newest] = await tx
      .select({ version: responses.version, text: responses.body, staleIn: responses.staleIn })
      .from(responses)
      .where(eq(responses.submissionId, submissionId))
      .orderBy(desc(responses.version))
      .limit(1)
    if ((newest?.version ?? 0) !== after) return { refused: 'changed-meanwhile' }
    const { status } = submission
    if (!answerable.includes(status) && !correctable.includes(status)) return { refused: 'wrong-status' }

    const version = after + 1
    const staleIn = staleTranslations(newest, body, confirmed)
    const by = { signedAs: staff.signsAs, organisation: staff.organisation, staffId: staff.id }
    await tx.insert(responses).values({ submissionId, version, audience, body, staleIn, ...by })
    await forgetDraft(tx, { submissionId, staffId: staff.id, form: 'answer' })
    await audit(tx, {
      event: 'answer-given',
      subject: `submission:${submissionId}`,
      staffId: staff.id,
      details: { version, audience },
    })
    if (answerable.includes(status)) await setStatus(tx, submission, { to: 'answered', staffId: staff.id })
    await enqueue(tx, 'message-to-resident', { submissionId, public: audience === 'public' })
    return { version }
  })
}
