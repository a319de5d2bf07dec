import { deriveKey, keyedHash } from '#app/sealing/keys.ts'
import { settings } from '#app/settings.server.ts'
import { giveTryBack, secondsToWait } from '../records/limits.server.ts'

/**
 * Counts one try to sign in, against the visitor (given as a hash) and against the account as this visitor tries it, so
 * that nobody can shut another person out. Gives the seconds to wait, 0 when the try may be made. A visitor who has to
 * wait anyway is counted no further: who tries a thousand addresses leaves thirty counters, not a thousand.
 */
export async function countSignIn(visitor: string, email: string): Promise<number> {
  const wait = await secondsToWait('sign-in by visitor', visitor)
  return wait > 0 ? wait : secondsToWait('sign-in by account', keyOf(visitor, email))
}

/** Takes back what `countSignIn` counted of a try that was right: only wrong ones add up, however many sign in. */
export async function uncountSignIn(visitor: string, email: string): Promise<void> {
  await giveTryBack('sign-in by visitor', visitor)
  await giveTryBack('sign-in by account', keyOf(visitor, email))
}

function keyOf(visitor: string, email: string): string {
  const key = deriveKey(settings().appSecret, 'sign-in limits')
  return keyedHash(key, `${email.trim().toLowerCase()}\n${visitor}`).slice(0, 22)
}
