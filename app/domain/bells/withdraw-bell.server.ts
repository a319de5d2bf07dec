import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { bellOf, ownerUnderCode } from './bell-under-code.server.ts'

/** Takes the contact details away that were left under a code (given as its hash), for good. Refuses an unknown code. */
export async function withdrawBell(hash: string): Promise<Refused | { withdrawn: true }> {
  return as({ as: 'resident', codeHash: hash }, async (tx) => {
    const owner = await ownerUnderCode(tx, hash)
    if (!owner) return { refused: 'not-found' }
    const [gone] = await tx.delete(bells).where(bellOf(owner)).returning({ id: bells.id })
    if (gone) await audit(tx, { event: 'bell-withdrawn', subject: `bell:${gone.id}` })
    return { withdrawn: true }
  })
}
