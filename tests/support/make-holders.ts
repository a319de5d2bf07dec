import { randomBytes } from 'node:crypto'
import { eq, ne } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { portalSettings } from '#db/schema/records.ts'
import { recoveryKeys, tipHolders, tipsKeyGrants, tipsKeys } from '#db/schema/tips.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { newKeyPair, publicHalf, sealTo, type KeyPair } from '#app/sealing/envelopes.ts'
import { deriveKey } from '#app/sealing/keys.ts'
import { wrapUnder } from '#app/sealing/passphrases.ts'
import { makeStaff } from './make-staff.ts'

/** An officer who holds tips, with what only the test knows. */
export type TestHolder = { staff: Staff; passphrase: string; keys: KeyPair }
export type TestHolders = { holders: [TestHolder, TestHolder]; tipsKey: KeyPair & { id: string } }

const madeOn = '2026-11-23'

/**
 * Two new holders who are granted the tips key, as plain rows. The tips key and the recovery key are the same however
 * often this is called, so that files that share a database do not take each other's away.
 */
export async function makeHolders(): Promise<TestHolders> {
  const [recovery, tipsKey] = [await fixedPair('recovery key'), await fixedPair('tips key')]
  const holders: [TestHolder, TestHolder] = [await newHolder(), await newHolder()]
  const rows = await Promise.all(holders.map(rowOf))
  const recoverySealed = await sealTo(recovery.publicKey, tipsKey.secretKey)
  return as({ as: 'seed' }, async (tx) => {
    const recoveryKeyId = await inUse(tx, recoveryKeys, { publicKey: textOf(recovery), madeOn })
    const made = { publicKey: textOf(tipsKey), recoverySealed, recoveryKeyId, madeOn }
    const keyId = await inUse(tx, tipsKeys, made)
    await tx.insert(tipHolders).values(rows)
    for (const { staff, keys } of holders) {
      const sealed = await sealTo(keys.publicKey, tipsKey.secretKey)
      await tx.insert(tipsKeyGrants).values({ keyId, staffId: staff.id, sealed, grantedOn: madeOn })
    }
    return { holders, tipsKey: { ...tipsKey, id: keyId } }
  })
}

/** Whether the portal takes tips; a file that opens them closes them after itself. */
export const setTips = (value: 'signpost' | 'open') =>
  as({ as: 'seed' }, (tx) =>
    tx
      .insert(portalSettings)
      .values({ name: 'tips', value })
      .onConflictDoUpdate({ target: portalSettings.name, set: { value } }),
  )

const textOf = ({ publicKey }: KeyPair): string => Buffer.from(publicKey).toString('base64url')

async function fixedPair(name: string): Promise<KeyPair> {
  const secretKey = deriveKey('keys for tests only', name)
  return { secretKey, publicKey: await publicHalf(secretKey) }
}

const newHolder = async (): Promise<TestHolder> => ({
  staff: await makeStaff('officer'),
  passphrase: randomBytes(15).toString('base64url'),
  keys: await newKeyPair(),
})

const rowOf = async ({ staff, passphrase, keys }: TestHolder) => ({
  staffId: staff.id,
  publicKey: textOf(keys),
  wrappedSecret: await wrapUnder(passphrase, keys.secretKey),
  madeOn,
})

/** Makes a key the one in use, and retires any other. */
async function inUse(
  tx: Tx,
  table: typeof tipsKeys | typeof recoveryKeys,
  row: typeof recoveryKeys.$inferInsert,
): Promise<string> {
  const keys = table as typeof recoveryKeys
  await tx.update(keys).set({ retiredOn: madeOn }).where(ne(keys.publicKey, row.publicKey))
  const [known] = await tx.select({ id: keys.id }).from(keys).where(eq(keys.publicKey, row.publicKey))
  if (known) await tx.update(keys).set({ retiredOn: null }).where(eq(keys.id, known.id))
  const [made] = known ? [known] : await tx.insert(keys).values(row).returning({ id: keys.id })
  return made!.id
}
