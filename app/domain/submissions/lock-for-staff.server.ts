import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { receives, visibleTo } from './visible-to.server.ts'

const { id, status, category, language, areaCode, lat, lon } = submissions
const { receivingAuthority, assigneeId, screenedAt, publicTitle, publicBody, publishedAt } = submissions
const { writtenIn, heldFor, spamAt } = submissions
const columns = {
  ...{ id, status, category, language, areaCode, lat, lon },
  ...{ receivingAuthority, assigneeId, screenedAt, publicTitle, publicBody, publishedAt },
  ...{ writtenIn, heldFor, spamAt },
}

/** Locks a submission that she sees until the transaction ends. Refuses one that she does not see as one not there. */
export async function lockVisible(tx: Tx, staff: Staff, ref: string) {
  const [row] = await tx
    .select(columns)
    .from(submissions)
    .where(and(eq(submissions.ref, ref), visibleTo(staff)))
    .for('update')
  return row ?? ({ refused: 'not-found' } satisfies Refused)
}

/** The same, for what only the receiving authority does. */
export async function lockReceived(tx: Tx, staff: Staff, ref: string) {
  const row = await lockVisible(tx, staff, ref)
  if ('refused' in row || receives(staff, row)) return row
  return { refused: 'not-allowed' } satisfies Refused
}
