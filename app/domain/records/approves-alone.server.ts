import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { organisations, staff as people } from '#db/schema/staff.ts'
import { may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/** True while nobody else of her authority could approve a disposal rule: then she approves her own, too. */
export async function approvesAlone(tx: Tx, { id, authority }: Staff): Promise<boolean> {
  if (!authority) return false
  const others = await tx
    .select({ role: people.role })
    .from(people)
    .innerJoin(organisations, eq(organisations.slug, people.organisation))
    .where(and(eq(organisations.authority, authority), isNull(people.deactivatedAt), ne(people.id, id)))
  return !others.some((other) => may(other, 'disposal.edit'))
}
