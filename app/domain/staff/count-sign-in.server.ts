import { deriveKey, keyedHash } from '#app/sealing/keys.ts'
import { settings } from '#app/settings.server.ts'
import { secondsToWait } from '../records/limits.server.ts'

/**
 * Counts one try to sign in, against the visitor (given as a hash) and against the account as this visitor tries it, so
 * that nobody can shut another person out. Gives the seconds to wait, 0 when the try may be made.
 */
export async function countSignIn(visitor: string, email: string): Promise<number> {
  const key = deriveKey(settings().appSecret, 'sign-in limits')
  const account = keyedHash(key, `${email.trim().toLowerCase()}\n${visitor}`).slice(0, 22)
  const waits = await Promise.all([
    secondsToWait('sign-in by visitor', visitor),
    secondsToWait('sign-in by account', account),
  ])
  return Math.max(...waits)
}
