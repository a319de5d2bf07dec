import { deriveKey } from '#app/sealing/keys.ts'

/** The key that an officer's secret is kept under in one session: it follows from the cookie, and serves nobody else. */
export const unlockKey = (cookieKey: string, { sessionId, staffId }: { sessionId: string; staffId: string }): Buffer =>
  deriveKey(cookieKey, `unlock of ${staffId} in ${sessionId}`)
