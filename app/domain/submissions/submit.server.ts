import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { messages, submissions } from '#db/schema/submissions.ts'
import { codeHash, codePublicKey, newRef, receiptCode } from '#app/sealing/receipts.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { locate } from '../areas/locate.server.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import { openKinds, receivingAuthority, type OpenKind } from './categories.ts'
import type { SubmitInput } from './input.server.ts'

const isOpen = (kind: string): kind is OpenKind => (openKinds as readonly string[]).includes(kind)

/**
 * Takes a submission and gives its receipt code. The same form posted twice gives the same code and one submission;
 * posted again with another text, that text goes into the thread.
 * Refuses a kind that is not taken, a form older than seven days, and a place outside the district.
 * `example` marks seeded rows.
 */
export async function submit(
  input: SubmitInput,
  { example = false } = {},
): Promise<Refused | { code: string; ref: string }> {
  const { kind, category, body, placeNote, language, formToken, contactEmail = null } = input
  if (!isOpen(kind)) return { refused: 'not-allowed' }
  if (!isFormToken(await lastingKey('form tokens'), formToken)) return { refused: 'stale-form' }
  const location = await locate(input)
  if ('refused' in location) return location

  const code = receiptCode(await lastingKey('receipt codes'), formToken)
  const hash = codeHash(await lastingKey('code hashes'), code)
  const row = {
    ...location,
    ...{ kind, category, body, placeNote, language, contactEmail, example },
    receivingAuthority: receivingAuthority(kind, category),
    codeHash: hash,
    codePublicKey: await codePublicKey(code),
  }
  const ref = await as({ as: 'resident', codeHash: hash }, async (tx) => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const [made] = await tx
        .insert(submissions)
        .values({ ...row, ref: newRef() })
        .onConflictDoNothing()
        .returning({ id: submissions.id, ref: submissions.ref })
      if (made) {
        await audit(tx, { event: 'submission-received', subject: `submission:${made.id}` })
        await enqueue(tx, 'register-submission', { submissionId: made.id })
        return made.ref
      }
      const [before] = await tx
        .select({ id: submissions.id, ref: submissions.ref, body: submissions.body })
        .from(submissions)
        .where(eq(submissions.codeHash, hash))
      if (before && before.body !== body) await keepOtherText(tx, before.id, input)
      if (before) return before.ref
    }
    throw new Error('no free reference was found')
  })
  return { code, ref }
}

/** She went back, changed her text and sent the same form again: what she is told has arrived must be there. */
async function keepOtherText(tx: Tx, submissionId: string, { body, formToken }: SubmitInput): Promise<void> {
  const formTokenHash = keyedHash(await lastingKey('form tokens'), `${formToken} ${body}`)
  const [made] = await tx
    .insert(messages)
    .values({ submissionId, sender: 'resident', body, formTokenHash })
    .onConflictDoNothing()
    .returning({ id: messages.id })
  if (made) await audit(tx, { event: 'message-received', subject: `submission:${submissionId}` })
}
