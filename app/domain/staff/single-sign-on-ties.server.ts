import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { staff, staffAccounts } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'

/** A person at an issuer: what she is called there belongs to her alone, whatever her address is. */
export type AtIssuer = { issuer: string; subject: string }

const providerId = 'single-sign-on'
const nameOf = ({ issuer, subject }: AtIssuer): string => `${issuer} ${subject}`

/** The account that belongs to a person at the issuer, active or not. */
export async function accountTiedTo(tx: Tx, person: AtIssuer) {
  const [row] = await tx
    .select({ id: staff.id, deactivatedAt: staff.deactivatedAt })
    .from(staffAccounts)
    .innerJoin(staff, eq(staff.id, staffAccounts.staffId))
    .where(and(eq(staffAccounts.providerId, providerId), eq(staffAccounts.accountId, nameOf(person))))
  return row
}

/** True when an account belongs to somebody at the issuer already. */
export const isTied = async (tx: Tx, staffId: string): Promise<boolean> =>
  (await tx.$count(staffAccounts, ofAccount(staffId))) > 0

/** Lets an account belong to a person at the issuer from now on, and to nobody else there. */
export async function tie(tx: Tx, staffId: string, person: AtIssuer): Promise<void> {
  await tx.delete(staffAccounts).where(ofAccount(staffId))
  await tx.insert(staffAccounts).values({ id: randomUUID(), accountId: nameOf(person), providerId, staffId })
  await audit(tx, { event: 'single-sign-on-tied', subject: `staff:${staffId}`, staffId })
}

const ofAccount = (staffId: string) => and(eq(staffAccounts.staffId, staffId), eq(staffAccounts.providerId, providerId))
