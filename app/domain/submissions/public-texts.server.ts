import { desc, eq, sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { staff as people } from '#db/schema/staff.ts'
import { publicTexts, submissions, withdrawals } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'

const { version, title, body, staleIn, shownAt, withdrawnAt } = publicTexts

const day = (moment: typeof shownAt | typeof withdrawnAt) =>
  sql<string>`to_char(${moment} at time zone 'Europe/Stockholm', 'YYYY-MM-DD')`

/** Every text that the public was shown of a published submission, latest first; one that was withdrawn has no text. */
export const shownTexts = (tx: Tx, submissionId: string) =>
  tx
    .select({
      ...{ version, title, body, staleIn },
      shownOn: day(shownAt),
      withdrawnOn: sql<string | null>`${day(withdrawnAt)}`,
    })
    .from(publicTexts)
    .where(eq(publicTexts.submissionId, submissionId))
    .orderBy(desc(version))

/**
 * What who handles a submission sees of its public texts: every version, what was withdrawn of them and of its answers,
 * and the languages in which the text is older than the Swedish.
 */
export const publicTextsForStaff = (staff: Staff, submissionId: string) =>
  as(staff, async (tx) => {
    const [[now], shown, taken] = await Promise.all([
      prepared(
        tx.select({ staleIn: submissions.publicStaleIn }).from(submissions).where(eq(submissions.id, submissionId)),
      ),
      prepared(
        tx
          .select({ version, title, body, staleIn, shownAt, withdrawnAt, byName: people.name })
          .from(publicTexts)
          .leftJoin(people, eq(people.id, publicTexts.staffId))
          .where(eq(publicTexts.submissionId, submissionId))
          .orderBy(desc(version)),
      ),
      prepared(
        tx
          .select({
            ...{ part: withdrawals.part, version: withdrawals.version, ground: withdrawals.ground },
            ...{ reason: withdrawals.reason, withdrawnAt: withdrawals.withdrawnAt, byName: people.name },
          })
          .from(withdrawals)
          .leftJoin(people, eq(people.id, withdrawals.staffId))
          .where(eq(withdrawals.submissionId, submissionId))
          .orderBy(desc(withdrawals.withdrawnAt)),
      ),
    ])
    return { staleIn: now?.staleIn ?? [], shown, withdrawals: taken }
  })
