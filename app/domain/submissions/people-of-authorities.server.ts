import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { organisations, staff } from '#db/schema/staff.ts'

/** Everybody who works at an authority, with what tells what she reaches and where she is mailed; for the worker. */
export function peopleOfAuthorities(tx: Tx) {
  const { id, email, role, areas } = staff
  return tx
    .select({ id, email, role, areas, authority: organisations.authority })
    .from(staff)
    .innerJoin(organisations, eq(organisations.slug, staff.organisation))
    .where(and(isNull(staff.deactivatedAt), isNotNull(organisations.authority)))
}
