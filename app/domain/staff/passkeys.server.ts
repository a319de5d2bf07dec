import { asc, eq } from 'drizzle-orm'
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { as } from '#db/client.server.ts'
import { staffPasskeys } from '#db/schema/staff.ts'
import { settings } from '#app/settings.server.ts'

/** For which site passkeys are: its host, and the origin that the browser must name. */
export function passkeySite(): { rpID: string; expectedOrigin: string } {
  const { hostname, origin } = new URL(settings().baseUrl)
  return { rpID: hostname, expectedOrigin: origin }
}

/** Ed25519, P-256 and RSA: what devices can do today (COSE's numbers). */
export const passkeyAlgorithms = [-8, -7, -257]

/** The passkeys of an account, the oldest first. */
export const passkeysOf = (staffId: string) =>
  as({ as: 'auth' }, (tx) =>
    tx
      .select({
        id: staffPasskeys.id,
        name: staffPasskeys.name,
        transports: staffPasskeys.transports,
        createdAt: staffPasskeys.createdAt,
        usedAt: staffPasskeys.usedAt,
      })
      .from(staffPasskeys)
      .where(eq(staffPasskeys.staffId, staffId))
      .orderBy(asc(staffPasskeys.createdAt), asc(staffPasskeys.id)),
  )

type Person = { id: string; name: string; email: string }

/** What a browser needs to make a passkey for the person; its challenge must come back signed. */
export async function optionsForNewPasskey({ id, name, email }: Person, portal: string) {
  const known = await passkeysOf(id)
  return generateRegistrationOptions({
    ...{ rpName: portal, rpID: passkeySite().rpID, userName: email, userDisplayName: name },
    userID: new TextEncoder().encode(id),
    excludeCredentials: known.map((passkey) => ({ id: passkey.id, transports: passkey.transports })),
    supportedAlgorithmIDs: passkeyAlgorithms,
    // The device asks for a finger, a face or its own code: so a passkey is two factors in itself.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What a browser needs to sign in with any passkey that it has for the portal. */
export const optionsForSignIn = () =>
  generateAuthenticationOptions({ rpID: passkeySite().rpID, userVerification: 'required' })
