import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server'
import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffPasskeys } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { openSession } from './open-session.server.ts'
import { passkeySite } from './passkeys.server.ts'

type Given = { challenge: string; response: AuthenticationResponseJSON }

/** Signs in with what a passkey has signed. Refuses (`not-allowed`) an answer that is not right, without saying why. */
export async function signInWithPasskey({ challenge, response }: Given): Promise<Refused | { cookies: string[] }> {
  const staffId = await as({ as: 'auth' }, async (tx) => {
    const [known] = await tx.select().from(staffPasskeys).where(eq(staffPasskeys.id, response.id)).for('update')
    if (!known) return undefined
    const { rpID, expectedOrigin } = passkeySite()
    const credential = { id: known.id, publicKey: Buffer.from(known.publicKey, 'base64url'), counter: known.counter }
    const check = { response, expectedChallenge: challenge, expectedOrigin, expectedRPID: rpID, credential }
    const checked = await verifyAuthenticationResponse(check).catch(() => undefined)
    if (!checked?.verified) return undefined
    const { newCounter: counter } = checked.authenticationInfo
    await tx.update(staffPasskeys).set({ counter, usedAt: new Date() }).where(eq(staffPasskeys.id, known.id))
    return known.staffId
  })
  return staffId === undefined ? { refused: 'not-allowed' } : openSession(staffId, 'passkey')
}
