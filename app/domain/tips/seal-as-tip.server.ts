import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { tips } from '#db/schema/tips.ts'
import { encrypt, newContentKey, sealTo } from '#app/sealing/envelopes.ts'
import type { Refusal, Refused } from '../refusals.ts'
import { reachesArea } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { publicPlace } from '../submissions/public-place.server.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import { holdersOfTips } from './holders.server.ts'
import { keyBytes, lockKeys, tipsKeyInUse } from './keys-in-use.server.ts'
import { officersPlace } from './officers-content.ts'
import { historyOf } from './history-of-submission.server.ts'
import { moveParts } from './move-parts.server.ts'
import { asHolder } from './reads-tips.ts'
import { contentPlace, sealContent, type TipContent } from './sealed-content.server.ts'

/**
 * Makes a sealed tip of a submission that the police have received: what was sent, the thread, the answers and the
 * photos, under the same receipt code. Every clear copy in the database goes, with what was linked to it, queued and
 * kept for it; what was published is taken away. Its registration number stays in the register as handed over.
 * Refuses who is no holder, what is not the police's own or lies outside her areas, what is merged with another until
 * that is undone, an alarm that nobody has taken, and while tips cannot be sealed.
 */
export async function sealAsTip(staff: Staff, ref: string): Promise<Refused | { sealed: string }> {
  return as(asHolder(staff), async (tx) => {
    await lockKeys(tx)
    const tipsKey = await tipsKeyInUse(tx)
    const isHolder = (await holdersOfTips(tx)).some(({ id, granted, active }) => id === staff.id && granted && active)
    if (!tipsKey || !isHolder) return { refused: 'not-allowed' }
    const submission = await lockPolices(tx, ref)
    if (!submission || !reachesArea(staff, submission.areaCode)) return { refused: 'not-found' }
    const hindered = await whatHinders(tx, submission.id)
    if (hindered) return { refused: hindered }

    const [key, officersKey] = [await newContentKey(), await newContentKey()]
    const to = keyBytes(tipsKey.publicKey)
    const tipId = randomUUID()
    const history = { registrationNumber: submission.registrationNumber, history: await historyOf(tx, submission.id) }
    const officers = Buffer.from(JSON.stringify(history), 'utf8')
    const { areaCode, codeHash, codePublicKey, fingerprint, example } = submission
    await tx.insert(tips).values({
      ...{ id: tipId, ref, areaCode, codeHash, codePublicKey, fingerprint, example, status: 'opened' },
      ...{ receivedOn: dayOf(submission.createdAt), openedOn: dayOf(new Date()), assigneeId: staff.id },
      content: await sealContent(key, contentPlace(tipId), await contentOf(submission)),
      sealedKey: await sealTo(to, key),
      tipsKeyId: tipsKey.id,
      residentKey: await sealTo(keyBytes(codePublicKey), key),
      officersContent: await encrypt(officersKey, officers, { place: officersPlace(tipId) }),
      officersKey: await sealTo(to, officersKey),
    })
    await moveParts(tx, { submissionId: submission.id, tipId, key })
    await tx.execute(sql`select forget_submission(${submission.id}, ${staff.id})`)
    await auditTip(tx, { event: 'tip-sealed', subject: `tip:${tipId}`, staffId: staff.id })
    return { sealed: ref }
  })
}

async function lockPolices(tx: Tx, ref: string) {
  const [row] = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.ref, ref), eq(submissions.receivingAuthority, 'polisen')))
    .for('update')
  return row
}

/** Asked of the database, which sees what lies outside her areas and asks the same once more before it forgets. */
async function whatHinders(tx: Tx, id: string): Promise<Refusal | null> {
  const [row] = await tx.execute<{ why: Refusal | null }>(sql`select what_hinders_sealing(${id}) as why`)
  return row!.why
}

async function contentOf(submission: NonNullable<Awaited<ReturnType<typeof lockPolices>>>): Promise<TipContent> {
  const { category, body, answers, lat, lon, place, placeNote, language, writtenIn, heldFor, createdAt } = submission
  const { cell } = await publicPlace(submission)
  const told = { category, body, answers, lat, lon, place, placeNote, cell, language, writtenIn, heldFor }
  return { ...told, at: createdAt.toISOString() }
}
