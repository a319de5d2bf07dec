import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { receives, visibleTo } from './visible-to.server.ts'

const { id, status, category, language, areaCode, lat, lon } = submissions
const { receivingAuthority, assigneeId, screenedAt, publicTitle, publicBody, publishedAt } = submissions
const { writtenIn, heldFor, spamAt, priority, stated } = submissions
const columns = {
  ...{ id, status, category, language, areaCode, lat, lon },
  ...{ receivingAuthority, assigneeId, screenedAt, publicTitle, publicBody, publishedAt },
  ...{ writtenIn, heldFor, spamAt, priority, stated },
}

const select = (tx: Tx, staff: Staff, ref: string) =>
  tx
    .select(columns)
    .from(submissions)
    .where(and(eq(submissions.ref, ref), visibleTo(staff)))

/** A submission that she sees, for what does not change it. Refuses one that she does not see as one not there. */
export async function readVisible(tx: Tx, staff: Staff, ref: string) {
  const [row] = await select(tx, staff, ref)
  return row ?? ({ refused: 'not-found' } satisfies Refused)
}

/**
 * A submission that her authority has received, for what is kept beside it and does not change it. Refuses as
 * `lockReceived` does.
 */
export async function readReceived(tx: Tx, staff: Staff, ref: string) {
  const row = await readVisible(tx, staff, ref)
  if ('refused' in row) return row
  return receives(staff, row) ? row : ({ refused: 'not-allowed' } satisfies Refused)
}

/**
 * Locks a submission that her authority has received until the transaction ends. Refuses one that she only sees, and as
 * one not there what she does not see.
 */
export async function lockReceived(tx: Tx, staff: Staff, ref: string) {
  // The database lets nobody lock what she may not change, and passes it over.
  const [row] = await select(tx, staff, ref).for('update')
  if (row && receives(staff, row)) return row
  const seen = await readVisible(tx, staff, ref)
  return 'refused' in seen ? seen : ({ refused: 'not-allowed' } satisfies Refused)
}
