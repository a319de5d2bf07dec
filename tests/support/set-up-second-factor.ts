import { confirmSecondFactor } from '#app/domain/staff/confirm-second-factor.server.ts'
import { codeAt } from '#app/domain/staff/second-factors.server.ts'
import { startSecondFactor } from '#app/domain/staff/start-second-factor.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'

/**
 * Gives somebody an app; `aside` is how far from now, in milliseconds, its first code was, so that the code of now may
 * still be used. Gives the app's secret and the recovery codes.
 */
export async function setUpSecondFactor({ id }: Staff, aside = 0): Promise<{ secret: string; codes: string[] }> {
  const started = await startSecondFactor(id)
  if ('refused' in started) throw new Error(started.refused)
  const confirmed = await confirmSecondFactor(id, codeAt(started.secret, Date.now() + aside))
  if ('refused' in confirmed) throw new Error(confirmed.refused)
  return { ...started, ...confirmed }
}
