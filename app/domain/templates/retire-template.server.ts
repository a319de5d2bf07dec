import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { templates } from '#db/schema/templates.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { inUseOf } from './queries.server.ts'

/** Offers a template of her authority no longer. Refuses one that is not there or was retired before. */
export async function retireTemplate(staff: Staff, id: string): Promise<Refused | { retired: true }> {
  assertMay(staff, 'templates.edit')
  return as(staff, async (tx) => {
    const [gone] = await tx
      .update(templates)
      .set({ retiredAt: new Date() })
      .where(and(eq(templates.id, id), inUseOf(staff)))
      .returning({ id: templates.id })
    if (!gone) return { refused: 'not-found' }
    await audit(tx, { event: 'template-retired', subject: `template:${id}`, staffId: staff.id })
    return { retired: true }
  })
}
