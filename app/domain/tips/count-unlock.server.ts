import { deriveKey, keyedHash } from '#app/sealing/keys.ts'
import { settings } from '#app/settings.server.ts'
import { secondsToWait } from '../records/limits.server.ts'
import type { Staff } from '../staff/staff.ts'

/**
 * Counts one try to open tips with a passphrase or with paper shares, by the person who is signed in, so that nobody
 * else's tries stop her. Gives the seconds to wait, 0 when the try may be made.
 */
export const countUnlock = (staff: Staff): Promise<number> =>
  secondsToWait('unlocks', keyedHash(deriveKey(settings().appSecret, 'unlock limits'), staff.id).slice(0, 22))
