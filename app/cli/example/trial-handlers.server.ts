import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff, type Authority } from '#db/schema/staff.ts'
import { findStaff } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { trialAddress } from '../make-trial-accounts.server.ts'

/** Who handles the example of each authority: the first trial officer and the trial coordinator. */
export const trialHandlers = async (): Promise<Record<Authority, Staff>> => ({
  polisen: await staffBy(trialAddress('officer')),
  goteborg: await staffBy(trialAddress('coordinator')),
})

async function staffBy(email: string): Promise<Staff> {
  const [row] = await as({ as: 'seed' }, (tx) => tx.select({ id: staff.id }).from(staff).where(eq(staff.email, email)))
  const found = row && (await findStaff(row.id))
  if (!found) throw new Error('a trial account is missing')
  return found
}
