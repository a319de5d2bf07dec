import { asc, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tips, tipsKeyGrants, tipsKeys } from '#db/schema/tips.ts'
import { newKeyPair, openWith, sealTo } from '#app/sealing/envelopes.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import type { Holder } from './holders.server.ts'
import { keyBytes, keyText, type OpenKey, type tipsKeyInUse } from './keys-in-use.server.ts'

type Rotation = {
  old: OpenKey
  inUse: NonNullable<Awaited<ReturnType<typeof tipsKeyInUse>>>
  /** Who gets the new key. */
  staying: readonly Holder[]
  by: string
}

const atOnce = 500

/**
 * Retires the tips key for a new one, sealed to those who stay and to the recovery key, and seals what each tip is
 * opened with anew; gives how many. The caller holds the lock on the keys: a tip that is sent meanwhile waits for
 * the end, and is sealed to the new key.
 */
export const rotateKey = async (tx: Tx, { old, inUse, staying, by }: Rotation): Promise<number> => {
  const { publicKey, secretKey } = await newKeyPair()
  const today = dayOf(new Date())
  await tx.update(tipsKeys).set({ retiredOn: today }).where(eq(tipsKeys.id, old.id))
  const recoverySealed = await sealTo(keyBytes(inUse.recoveryPublicKey), secretKey)
  const [made] = await tx
    .insert(tipsKeys)
    .values({ publicKey: keyText(publicKey), recoverySealed, recoveryKeyId: inUse.recoveryKeyId, madeOn: today })
    .returning({ id: tipsKeys.id })
  const keyId = made!.id
  for (const { id, publicKey: own } of staying) {
    const grant = { keyId, staffId: id, sealed: await sealTo(own, secretKey), grantedById: by, grantedOn: today }
    await tx.insert(tipsKeyGrants).values(grant)
  }
  secretKey.fill(0)

  let resealed = 0
  for (let batch = atOnce; batch === atOnce; resealed += batch) batch = await resealSome(tx, old, { keyId, publicKey })
  // Last: who takes her own right away reaches tips until here, and none after.
  await tx.delete(tipsKeyGrants).where(ne(tipsKeyGrants.keyId, keyId))
  return resealed
}

async function resealSome(
  tx: Tx,
  old: OpenKey,
  { keyId, publicKey }: { keyId: string; publicKey: Uint8Array },
): Promise<number> {
  const { id, sealedKey, officersKey } = tips
  const rows = await tx
    .select({ id, sealedKey, officersKey })
    .from(tips)
    .where(eq(tips.tipsKeyId, old.id))
    .orderBy(asc(id))
    .limit(atOnce)
    .for('update')
  const reseal = async (sealed: Uint8Array): Promise<string> => {
    const opened = await openWith(old, sealed)
    if (!opened) throw new Error('the key of a tip does not open')
    return (await sealTo(publicKey, opened)).toString('base64')
  }
  const anew = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      sealed: await reseal(row.sealedKey),
      officers: row.officersKey && (await reseal(row.officersKey)),
    })),
  )
  await tx.execute(sql`update tips set tips_key_id = ${keyId}, sealed_key = decode(anew.sealed, 'base64'),
    officers_key = decode(anew.officers, 'base64')
    from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as anew (id uuid, sealed text, officers text)
    where tips.id = anew.id`)
  return rows.length
}
