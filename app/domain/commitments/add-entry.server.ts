import { eq } from 'drizzle-orm'
import { as, type Viewer } from '#db/client.server.ts'
import { commitmentOwners, commitments, entries, pledges } from '#db/schema/commitments.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

export type NewEntry = {
  commitmentId: string
  /** Slug of the owner that reports. */
  organisation: string
  /** The day it happened, YYYY-MM-DD. */
  on: string
  /** What is added to the sum, negative in a correction; null where only words are reported. */
  count: number | null
  areaCode: string | null
  note: string
  staffId: string | null
  example: boolean
}

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())

/**
 * Adds to what an owner has done for a commitment; nothing is ever overwritten. `staff` is null where the operator's
 * own commands report, as the example seed does. Refuses an unknown commitment, an organisation that does not own it or
 * that the person does not work for, and a day in the future or outside the pledge.
 */
export async function addEntry(staff: Staff | null, entry: NewEntry): Promise<Refused | { entryId: string }> {
  if (staff) assertMay(staff, 'commitments.report')
  if (staff && staff.role !== 'coordinator' && staff.organisation !== entry.organisation)
    return { refused: 'not-allowed' }
  if (entry.on > today()) return { refused: 'future-day' }
  const viewer: Viewer = staff ?? { as: 'seed' }
  return as(viewer, async (tx) => {
    const owned = await tx
      .select({ owner: commitmentOwners.organisation, startsOn: pledges.startsOn, endsOn: pledges.endsOn })
      .from(commitments)
      .innerJoin(pledges, eq(pledges.id, commitments.pledgeId))
      .innerJoin(commitmentOwners, eq(commitmentOwners.commitmentId, commitments.id))
      .where(eq(commitments.id, entry.commitmentId))
    const pledge = owned[0]
    if (!pledge) return { refused: 'no-such-commitment' }
    if (!owned.some(({ owner }) => owner === entry.organisation)) return { refused: 'no-such-organisation' }
    if (entry.on < pledge.startsOn || entry.on > pledge.endsOn) return { refused: 'outside-pledge' }

    const [made] = await tx.insert(entries).values(entry).returning({ id: entries.id })
    await audit(tx, {
      event: 'entry-added',
      subject: `commitment:${entry.commitmentId}`,
      ...(entry.staffId ? { staffId: entry.staffId } : {}),
      details: { entry: made!.id, organisation: entry.organisation },
    })
    return { entryId: made!.id }
  })
}
