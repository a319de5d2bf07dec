import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { proofLine } from '#app/sealing/receipt-proofs.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

/** The proof that what lies under the code with this hash was received; undefined when nothing of one's own does. */
export async function proofUnderCode(hash: string) {
  const { ref, createdAt, fingerprint } = submissions
  const [received] = await as({ as: 'resident', codeHash: hash }, (tx) =>
    tx.select({ ref, receivedAt: createdAt, fingerprint }).from(submissions).where(eq(submissions.codeHash, hash)),
  )
  // What came before fingerprints were made has none, so nothing can be proved of it.
  if (!received?.fingerprint) return undefined
  return { ...received, line: proofLine(await lastingKey('proofs of receipt'), received) }
}
