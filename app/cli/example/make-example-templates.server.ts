import { templates } from '#db/seeds/example/templates.ts'
import { addTemplate } from '#app/domain/templates/add-template.server.ts'
import { allTemplates } from '#app/domain/templates/queries.server.ts'
import { trialHandlers } from './trial-handlers.server.ts'

/** Makes the templates of the example, each in its own authority; one that a start has left there is not made twice. */
export async function makeExampleTemplates(): Promise<void> {
  const handlers = await trialHandlers()
  for (const { authority, category = null, ...template } of templates) {
    const by = handlers[authority]
    if ((await allTemplates(by)).some(({ name }) => name === template.name)) continue
    const added = await addTemplate(by, { ...template, category, status: null, seen: '' })
    if ('refused' in added) throw new Error(`an example template was refused: ${added.refused}`)
  }
}
