import { randomBytes, randomUUID } from 'node:crypto'
import { isNull } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { recoveryKeys, tipAuditLines, tipMessages, tipPhotos, tips, tipsKeys } from '#db/schema/tips.ts'
import { newRef } from '#app/sealing/receipts.ts'

const day = '2026-11-20'
const bytes = (length: number) => new Uint8Array(randomBytes(length))
const name = () => randomBytes(16).toString('hex')

/** Tips as they lie in the database, with messages, photos and audit lines, sealed to nobody; gives their public refs. */
export async function makeTipRows(count: number): Promise<string[]> {
  return as({ as: 'seed' }, async (tx) => {
    const tipsKeyId = await keyInUse(tx)
    const rows = Array.from({ length: count }, (_, index) => ({
      ...{ id: randomUUID(), ref: newRef(), areaCode: '606', receivedOn: day, tipsKeyId, codeHash: name() },
      ...{ status: index % 3 === 0 ? ('opened' as const) : ('received' as const), fingerprint: name() },
      ...{ codePublicKey: name(), content: bytes(1024), sealedKey: bytes(80), residentKey: bytes(80) },
    }))
    const each = rows.map(({ id: tipId }) => ({ tipId, position: 0, content: bytes(1024), sentOn: day }))
    const picture = { position: 0, width: 4, height: 3, keptOn: day }
    for (let from = 0; from < count; from += 500) {
      const some = [from, from + 500] as const
      await tx.insert(tips).values(rows.slice(...some))
      await tx.insert(tipMessages).values(each.slice(...some).map((row) => ({ ...row, sender: 'resident' as const })))
      const taken = rows.slice(...some).map(({ id }) => id)
      await tx
        .insert(tipPhotos)
        .values(taken.map((tipId) => ({ ...picture, tipId, formHash: name(), digest: name(), content: bytes(2048) })))
      await tx.insert(tipAuditLines).values(taken.map((id) => ({ day, event: 'tip-received', subject: `tip:${id}` })))
    }
    return rows.map(({ ref }) => ref)
  })
}

/** The key that is in use; a made-up one where there is none. */
async function keyInUse(tx: Tx): Promise<string> {
  const [known] = await tx.select({ id: tipsKeys.id }).from(tipsKeys).where(isNull(tipsKeys.retiredOn))
  if (known) return known.id
  const [recovery] = await tx
    .insert(recoveryKeys)
    .values({ publicKey: name(), madeOn: day })
    .returning({ id: recoveryKeys.id })
  const [made] = await tx
    .insert(tipsKeys)
    .values({ publicKey: name(), recoverySealed: bytes(80), recoveryKeyId: recovery!.id, madeOn: day })
    .returning({ id: tipsKeys.id })
  return made!.id
}
