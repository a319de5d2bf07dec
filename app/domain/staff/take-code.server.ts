import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffSecondFactors } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import { lockSecondFactor, openSecret, recoveryHash, stepOf } from './second-factors.server.ts'

/**
 * Whether it is a code of the account's app, or one of its recovery codes. Either is taken once. The caller has counted
 * the try.
 */
export async function takeCode(staffId: string, typed: string): Promise<boolean> {
  const code = typed.replace(/\s/g, '')
  const hash = await recoveryHash(staffId, typed)
  return as({ as: 'auth' }, async (tx) => {
    const row = await lockSecondFactor(tx, staffId)
    if (!row?.confirmedAt) return false
    const use = (set: Partial<typeof staffSecondFactors.$inferInsert>) =>
      tx.update(staffSecondFactors).set(set).where(eq(staffSecondFactors.staffId, staffId))
    if (/^\d{6}$/.test(code)) {
      const step = stepOf(await openSecret(row.sealedSecret), code)
      if (step === undefined || step <= row.lastStep) return false
      await use({ lastStep: step })
      return true
    }
    if (hash === undefined || !row.recoveryHashes.includes(hash)) return false
    const recoveryHashes = row.recoveryHashes.filter((one) => one !== hash)
    await use({ recoveryHashes })
    const details = { left: recoveryHashes.length }
    await audit(tx, { event: 'recovery-code-used', subject: `staff:${staffId}`, staffId, details })
    return true
  })
}
