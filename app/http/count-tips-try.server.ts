import type { Staff } from '#app/domain/staff/staff.ts'
import { countUnlock } from '#app/domain/tips/count-unlock.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { tooMany } from './answers.server.ts'
import { staffLanguage } from './require-staff.server.ts'

/**
 * Counts one try to open tips, before it is looked at. Gives the answer to who has tried too often: the page again with
 * `reply`, and in words (`wait`) how many minutes there are to wait; undefined when the try may be made.
 */
export async function countTipsTry(request: Request, staff: Staff, reply: Record<string, unknown>) {
  const seconds = await countUnlock(staff)
  if (seconds === 0) return undefined
  const count = Math.ceil(seconds / 60)
  return tooMany(seconds, { ...reply, wait: words(await staffLanguage(request))('tips:unlock.wait', { count }) })
}
