import { findDialogue, type Dialogue } from '#app/domain/dialogues/queries.server.ts'
import { found } from './answers.server.ts'

/** The dialogue of an address; one that is unknown, or cannot be a name of ours, is not there. */
export async function dialogueFrom({ slug = '' }: { slug?: string | undefined }): Promise<Dialogue> {
  return found(/^[a-z0-9-]{1,100}$/.test(slug) ? await findDialogue(slug) : undefined)
}
