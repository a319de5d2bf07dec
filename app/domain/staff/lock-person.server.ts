import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { organisations, staff } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from './staff.ts'

/**
 * Locks an account that an administrator is about to change, and the administrators, so that two of them cannot shut each
 * other out at once: one always remains. Refuses her own account, one that is not there, and an administrator who is one
 * no longer. The rows' keys stay free: who holds keys to tips goes on writing rows that refer to hers.
 */
export async function lockPerson(tx: Tx, by: Staff, id: string) {
  if (id === by.id) return { refused: 'own-account' } as const satisfies Refused
  const admins = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.role, 'admin'), isNull(staff.deactivatedAt)))
    .orderBy(staff.id)
    .for('no key update')
  if (!admins.some((admin) => admin.id === by.id)) return { refused: 'not-allowed' } as const satisfies Refused
  const { role, organisation, areas, deactivatedAt } = staff
  const [person] = await tx
    .select({ id: staff.id, role, organisation, areas, deactivatedAt, authority: organisations.authority })
    .from(staff)
    .innerJoin(organisations, eq(organisations.slug, staff.organisation))
    .where(eq(staff.id, id))
    .for('no key update', { of: staff })
  return person ?? ({ refused: 'no-such-person' } as const satisfies Refused)
}
