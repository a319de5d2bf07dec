import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { audit } from '../audit.server.ts'

/** The address wants no more mail: it is deleted. Stopped twice it is stopped once. */
export async function stopBell(bellId: string): Promise<void> {
  await as({ as: 'resident', bellId }, async (tx) => {
    const [gone] = await tx.delete(bells).where(eq(bells.id, bellId)).returning({ id: bells.id })
    if (gone) await audit(tx, { event: 'bell-stopped', subject: `bell:${bellId}` })
  })
}
