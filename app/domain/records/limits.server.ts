import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { authDatabase } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import { rateLimits } from '#db/schema/records.ts'

/**
 * How often, per visitor and so many seconds. Only sign-in, codes and what sends mail are limited; submissions are
 * counted, so that a burst is looked at more closely, and always taken.
 */
const limits = {
  'sign-in by visitor': { points: 30, duration: 15 * 60 },
  'sign-in by account': { points: 10, duration: 15 * 60 },
  // Of passphrases and paper shares, by the person who is signed in.
  unlocks: { points: 10, duration: 15 * 60 },
  codes: { points: 30, duration: 15 * 60 },
  'bells by visitor': { points: 10, duration: 60 * 60 },
  'bells by address': { points: 3, duration: 24 * 60 * 60 },
  'submissions of visitor': { points: 5, duration: 60 * 60 },
  'submissions in area': { points: 40, duration: 60 * 60 },
} as const

export type Limit = keyof typeof limits

/** Counts one try against a limit. Gives the seconds to wait when the limit is passed, else 0. */
export async function secondsToWait(limit: Limit, key: string): Promise<number> {
  try {
    await limiterFor(limit).consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}

/** Gives one counted try back: it was right, so it was no guess. */
export async function giveTryBack(limit: Limit, key: string): Promise<void> {
  await limiterFor(limit).reward(key)
}

function limiterFor(limit: Limit): RateLimiterDrizzle {
  return once(`limit ${limit}`, () => {
    const storeClient = authDatabase()
    return new RateLimiterDrizzle({
      storeClient,
      schema: rateLimits,
      keyPrefix: limit,
      clearExpiredByTimeout: false,
      // Who goes on after that is answered from memory: ten thousand tries cost the database what thirty do.
      inMemoryBlockOnConsumed: limits[limit].points + 1,
      ...limits[limit],
    })
  })
}
