import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import type { Refused } from '../refusals.ts'
import { askBell } from './ask-bell.server.ts'
import { bellOf, ownerUnderCode } from './bell-under-code.server.ts'

/**
 * Hangs a bell under a code (given as its hash), or moves it to another address. The old bell is taken away and a new
 * one made, so that no link to the old address ever confirms the new one. The address that is there already stays as it
 * is. Refuses an unknown code.
 */
export async function changeBell(
  hash: string,
  { email, language }: { email: string; language: string },
): Promise<Refused | { asked: boolean }> {
  return as({ as: 'resident', codeHash: hash }, async (tx) => {
    const owner = await ownerUnderCode(tx, hash)
    if (!owner) return { refused: 'not-found' }
    const [known] = await tx.select({ email: bells.email }).from(bells).where(bellOf(owner)).for('update')
    if (known?.email === email) return { asked: false }
    if (known) await tx.delete(bells).where(bellOf(owner))
    await askBell(tx, { ...owner, email, language })
    return { asked: true }
  })
}
