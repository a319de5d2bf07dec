import { and, desc, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import type { Translated } from '#db/schema/shared.ts'
import { publicTexts, submissions, withdrawals } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { noPublicPlace } from './public-place.server.ts'
import type { Withdrawal } from './withdrawal-input.server.ts'

/**
 * Withdraws one version of the public text for secrecy or privacy: its text leaves the history that the public reads, the
 * day stays. The newest version is what is shown, so with it the submission is shown no longer, and its text is to be
 * written anew. What stood there is kept for who handles the case. Refuses a version that is not there or was withdrawn
 * before.
 */
export async function withdrawPublicText(
  staff: Staff,
  ref: string,
  { version, ground, reason }: Withdrawal,
): Promise<Refused | { withdrawn: number }> {
  assertMay(staff, 'publish')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const submissionId = submission.id
    const [newest] = await tx
      .select({ version: publicTexts.version })
      .from(publicTexts)
      .where(eq(publicTexts.submissionId, submissionId))
      .orderBy(desc(publicTexts.version))
      .limit(1)
    const withdrawnAt = new Date()
    const [shown] = await tx
      .select({ id: publicTexts.id, title: publicTexts.title, body: publicTexts.body })
      .from(publicTexts)
      .where(
        and(
          eq(publicTexts.submissionId, submissionId),
          eq(publicTexts.version, version),
          isNull(publicTexts.withdrawnAt),
        ),
      )
    if (!newest || !shown?.title || !shown.body) return { refused: 'changed-meanwhile' }
    const texts = together(shown.title, shown.body)
    const by = { authority: submission.receivingAuthority, staffId: staff.id }
    const why = { part: 'public-text' as const, version, ground, reason, texts, ...by }
    await tx.insert(withdrawals).values({ submissionId, ...why, withdrawnAt })
    if (newest.version === version)
      await tx
        .update(submissions)
        .set({ publishedAt: null, ...noPublicPlace, publicTitle: null, publicBody: null, publicStaleIn: [] })
        .where(eq(submissions.id, submissionId))
    await tx
      .update(publicTexts)
      .set({ title: null, body: null, staleIn: [], withdrawnAt })
      .where(eq(publicTexts.id, shown.id))
    await audit(tx, {
      event: 'public-text-withdrawn',
      subject: `submission:${submissionId}`,
      staffId: staff.id,
      details: { version, reasons: ground },
    })
    return { withdrawn: version }
  })
}

/** Title and text below each other, by language. */
const together = (title: Translated, body: Translated): Translated =>
  Object.fromEntries(
    Object.keys(body).map((tag) => [tag, [title[tag], body[tag]].filter(Boolean).join('\n\n')]),
  ) as Translated
