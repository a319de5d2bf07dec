import { eq } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import type { Proof } from '#app/sealing/receipt-proofs.ts'
import { dayOf } from '../submissions/working-days.server.ts'

/**
 * True when a tip with the reference of a genuine proof stands there with the same fingerprint, of the same day. It
 * cannot be made anew here, since the portal cannot read what it is of; what is sealed opens only unaltered.
 */
export async function isTipAsProved({ ref, receivedAt, fingerprint }: Proof): Promise<boolean> {
  const [held] = await as(worker, (tx) =>
    tx.select({ fingerprint: tips.fingerprint, receivedOn: tips.receivedOn }).from(tips).where(eq(tips.ref, ref)),
  )
  return held?.fingerprint === fingerprint && held.receivedOn === dayOf(receivedAt)
}
