import { addTemplate } from '#app/domain/templates/add-template.server.ts'
import { templateInput } from '#app/domain/templates/template-input.server.ts'
import { makeStaff } from './make-staff.ts'

/** Writes a template for answers, or what is wanted otherwise; gives its id. */
export async function makeTemplate(wanted: Record<string, string> = {}): Promise<string> {
  const fields = { use: 'answer', name: 'En mall', 'body.sv': 'Vi tittar på det i {area}.', ...wanted }
  const { added } = await addTemplate(
    await makeStaff('coordinator'),
    templateInput(['sv', 'en', 'ar', 'so']).parse(fields),
  )
  return added
}
