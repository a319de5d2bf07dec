import { findBellUnderCode } from '#app/domain/bells/bell-under-code.server.ts'
import { changeBell } from '#app/domain/bells/change-bell.server.ts'
import { visitorHash } from '#app/domain/records/day-key.server.ts'
import { secondsToWait } from '#app/domain/records/limits.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'

/**
 * Counts a mail that a visitor (its keyed hash of the day) asks us to send to an address, which may be somebody else's:
 * ten an hour by each visitor, three a day to each address. Gives the seconds to wait, 0 when it may be sent.
 */
export async function secondsToNextBell(visitor: string, email: string): Promise<number> {
  const byVisitor = await secondsToWait('bells by visitor', visitor)
  return byVisitor || secondsToWait('bells by address', await visitorHash(`mail to ${email.toLowerCase()}`))
}

/**
 * Hangs the bell that was asked for with a form under the code that the form was given. Where too much mail has been
 * asked for, none is sent and the address is not kept: it has to be left later. Undefined where none was asked for.
 */
export async function hangBell(
  code: string,
  email: string | undefined,
  { language, visitor }: { language: string; visitor: string },
): Promise<'asked' | 'later' | undefined> {
  if (email === undefined) return undefined
  const hash = await hashOfCode(code)
  // The form was posted twice.
  if ((await findBellUnderCode(hash))?.email === email) return 'asked'
  if (await secondsToNextBell(visitor, email)) return 'later'
  await changeBell(hash, { email, language })
  return 'asked'
}
