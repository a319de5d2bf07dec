import { and, asc, eq, isNull } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { organisations, staff as people } from '#db/schema/staff.ts'
import { tipHolders, tipsKeyGrants } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { keyBytes, recoveryKeyInUse, tipsKeyInUse } from './keys-in-use.server.ts'
import { asHolder, readsTips } from './reads-tips.ts'

export type Holder = {
  id: string
  name: string
  /** She can still sign in, and is an officer of the police. */
  active: boolean
  /** She can open the key in use. */
  granted: boolean
  publicKey: Uint8Array
  deputyId: string | null
  headId: string | null
}

/** Every officer who has set a passphrase for tips, by name. */
export async function holdersOfTips(tx: Tx): Promise<Holder[]> {
  const key = await tipsKeyInUse(tx)
  const granted = key
    ? await tx.select({ id: tipsKeyGrants.staffId }).from(tipsKeyGrants).where(eq(tipsKeyGrants.keyId, key.id))
    : []
  const rows = await tx
    .select({
      ...{ id: people.id, name: people.name, role: people.role, deactivatedAt: people.deactivatedAt },
      ...{ authority: organisations.authority, publicKey: tipHolders.publicKey },
      ...{ deputyId: tipHolders.deputyId, headId: tipHolders.headId },
    })
    .from(tipHolders)
    .innerJoin(people, eq(people.id, tipHolders.staffId))
    .innerJoin(organisations, eq(organisations.slug, people.organisation))
    .orderBy(asc(people.name), asc(people.id))
  return rows.map(({ id, name, deactivatedAt, publicKey, deputyId, headId, ...person }) => ({
    ...{ id, name, deputyId, headId, publicKey: keyBytes(publicKey) },
    active: deactivatedAt === null && readsTips(person),
    granted: granted.some((one) => one.id === id),
  }))
}

/** True when the officer can open tips; she may have to unlock them first. */
export const isGranted = (staff: Staff): Promise<boolean> =>
  as(asHolder(staff), async (tx) => {
    const holders = await holdersOfTips(tx)
    return holders.some(({ id, granted, active }) => id === staff.id && granted && active)
  })

/** Whether an officer has been granted the key in use, waits to be, or has set no passphrase yet. */
export function standingAmong(holders: readonly Holder[], { id }: Pick<Staff, 'id'>): 'granted' | 'waits' | 'none' {
  const own = holders.find((holder) => holder.id === id)
  if (!own) return 'none'
  return own.granted ? 'granted' : 'waits'
}

/** How the keys stand: who holds tips, who could be head of a holder, and since when there are keys. */
export const standingOfKeys = (staff: Staff) =>
  as(asHolder(staff), async (tx) => {
    const { id, name } = people
    const officers = await tx
      .select({ id, name, role: people.role, authority: organisations.authority })
      .from(people)
      .innerJoin(organisations, eq(organisations.slug, people.organisation))
      .where(and(eq(organisations.authority, 'polisen'), isNull(people.deactivatedAt)))
      .orderBy(asc(name), asc(id))
    const [recovery, key] = [await recoveryKeyInUse(tx), await tipsKeyInUse(tx)]
    return {
      holders: await holdersOfTips(tx),
      officers: officers.filter(readsTips).map((one) => ({ id: one.id, name: one.name })),
      recoveryKey: recovery && { id: recovery.id, madeOn: recovery.madeOn },
      tipsKey: key && { id: key.id, madeOn: key.madeOn, rotationDueOn: key.rotationDueOn },
    }
  })
