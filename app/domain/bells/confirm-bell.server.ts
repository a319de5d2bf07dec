import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { audit } from '../audit.server.ts'
import { findBell } from './queries.server.ts'

/** The address says yes: from now on the bell rings. Undefined when the bell has been taken away. */
export async function confirmBell(bellId: string, now = new Date()): Promise<{ confirmed: true } | undefined> {
  await as({ as: 'resident', bellId }, async (tx) => {
    const [first] = await tx
      .update(bells)
      .set({ confirmedAt: now })
      .where(and(eq(bells.id, bellId), isNull(bells.confirmedAt)))
      .returning({ id: bells.id })
    if (first) await audit(tx, { event: 'bell-confirmed', subject: `bell:${bellId}` })
  })
  return (await findBell(bellId)) && { confirmed: true }
}
