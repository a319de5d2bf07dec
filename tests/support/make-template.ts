import { addTemplate } from '#app/domain/templates/add-template.server.ts'
import { templateInput } from '#app/domain/templates/template-input.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { makeStaff } from './make-staff.ts'

/** Writes a template for answers, or what is wanted otherwise, of the city unless somebody else writes it; gives its id. */
export async function makeTemplate(wanted: Record<string, string> = {}, by?: Staff): Promise<string> {
  const fields = { use: 'answer', name: 'En mall', 'body.sv': 'Vi tittar på det i {area}.', ...wanted }
  const staff = by ?? (await makeStaff('coordinator'))
  const made = await addTemplate(staff, templateInput(['sv', 'en', 'ar', 'so']).parse(fields))
  if ('refused' in made) throw new Error(made.refused)
  return made.added
}
