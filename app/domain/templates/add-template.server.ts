import { as } from '#db/client.server.ts'
import { templates } from '#db/schema/templates.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { mayEditTemplates } from './may-edit-templates.ts'
import type { TemplateInput } from './template-input.server.ts'

/** Writes a new template of her authority; gives its id. Refuses who acts for none. */
export async function addTemplate(
  staff: Staff,
  { seen: _, ...template }: TemplateInput,
): Promise<Refused | { added: string }> {
  assertMay(staff, 'templates.edit')
  if (!mayEditTemplates(staff)) return { refused: 'not-allowed' }
  return as(staff, async (tx) => {
    const [row] = await tx
      .insert(templates)
      .values({ ...template, authority: staff.authority, writtenById: staff.id })
      .returning({ id: templates.id })
    const added = row!.id
    const details = { kind: template.use, languages: Object.keys(template.body).join(' ') }
    await audit(tx, { event: 'template-added', subject: `template:${added}`, staffId: staff.id, details })
    return { added }
  })
}
