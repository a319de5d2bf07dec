import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { templates } from '#db/schema/templates.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { inUseOf, markOfTemplate } from './queries.server.ts'
import type { TemplateInput } from './template-input.server.ts'

/** Writes a template of her authority anew. Refuses when somebody else has changed it since it was shown, and one that is retired. */
export async function changeTemplate(
  staff: Staff,
  id: string,
  { seen, ...template }: TemplateInput,
): Promise<Refused | { changed: true }> {
  assertMay(staff, 'templates.edit')
  return as(staff, async (tx) => {
    const [now] = await tx
      .select()
      .from(templates)
      .where(and(eq(templates.id, id), inUseOf(staff)))
      .for('update')
    if (!now) return { refused: 'not-found' }
    if (seen !== markOfTemplate(now)) return { refused: 'changed-meanwhile' }
    await tx
      .update(templates)
      .set({ ...template, writtenById: staff.id, writtenAt: new Date() })
      .where(eq(templates.id, id))
    const details = { kind: template.use, languages: Object.keys(template.body).join(' ') }
    await audit(tx, { event: 'template-changed', subject: `template:${id}`, staffId: staff.id, details })
    return { changed: true }
  })
}
