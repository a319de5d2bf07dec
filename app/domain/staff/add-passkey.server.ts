import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server'
import { as } from '#db/client.server.ts'
import { staffPasskeys } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { passkeyAlgorithms, passkeySite } from './passkeys.server.ts'

type Given = { name: string; challenge: string; response: RegistrationResponseJSON }

/** Keeps the public half of a passkey that the person's device has made. Refuses an answer that is not right. */
export async function addPasskey(staffId: string, given: Given): Promise<Refused | { id: string }> {
  const { rpID, expectedOrigin } = passkeySite()
  const { name, challenge, response } = given
  const check = {
    ...{ response, expectedChallenge: challenge, expectedOrigin, expectedRPID: rpID },
    supportedAlgorithmIDs: passkeyAlgorithms,
  }
  const checked = await verifyRegistrationResponse(check).catch(() => undefined)
  const made = checked?.verified ? checked.registrationInfo?.credential : undefined
  if (!made) return { refused: 'not-allowed' }
  const publicKey = Buffer.from(made.publicKey).toString('base64url')
  return as({ as: 'auth' }, async (tx) => {
    const { id, counter, transports = [] } = made
    const kept = await tx
      .insert(staffPasskeys)
      .values({ id, staffId, name, publicKey, counter, transports })
      .onConflictDoNothing()
      .returning({ id: staffPasskeys.id })
    if (kept.length === 0) return { refused: 'not-allowed' }
    await audit(tx, { event: 'passkey-added', subject: `staff:${staffId}`, staffId })
    return { id }
  })
}
