import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import type { WrittenLanguage } from './written-languages.ts'

type Languages = {
  /** The language to be answered in; mail comes in it too. */
  language: string
  /** The language that she wrote in; null when it is none that we name. */
  writtenIn: WrittenLanguage | null
}

/**
 * The resident herself says, under her code (given as its hash), what language she wrote in and which one she wants to
 * be answered in. Refuses an unknown code.
 */
export async function chooseLanguages(hash: string, chosen: Languages): Promise<Refused | { chosen: true }> {
  const { language, writtenIn } = chosen
  return as({ as: 'resident', codeHash: hash }, async (tx) => {
    const [own] = await tx
      .update(submissions)
      .set({ language, writtenIn })
      .where(eq(submissions.codeHash, hash))
      .returning({ id: submissions.id })
    if (!own) return { refused: 'not-found' }
    await tx.update(bells).set({ language }).where(eq(bells.submissionId, own.id))
    const details = { language, writtenIn: writtenIn ?? 'unknown' }
    await audit(tx, { event: 'languages-chosen', subject: `submission:${own.id}`, details })
    return { chosen: true }
  })
}
