import { eq } from 'drizzle-orm'
import { as, type Viewer } from '#db/client.server.ts'
import { submissions, type Channel, type HeldReason } from '#db/schema/submissions.ts'
import { codeHash, codePublicKey, newRef, receiptCode } from '#app/sealing/receipts.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { locate } from '../areas/locate.server.ts'
import { audit } from '../audit.server.ts'
import { askBell } from '../bells/ask-bell.server.ts'
import { digestsOfForm, formHashOf, handInPhotos } from '../photos/photos-of-form.server.ts'
import { enqueue } from '../queue.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { openKinds, receivingAuthority, type OpenKind } from './categories.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readBy } from './clocks.server.ts'
import { guessLanguage } from './guess-language.server.ts'
import type { SubmitInput } from './input.server.ts'
import { keepResent, type InWords } from './keep-resent.server.ts'

const isOpen = (kind: string): kind is OpenKind => (openKinds as readonly string[]).includes(kind)

type Circumstances = {
  /** Marks seeded rows. */
  example?: boolean
  /** Why it is to be looked at more closely; it is taken all the same. */
  heldFor?: HeldReason[]
  /** Who writes it down for the resident, how it was told, and from which language it was interpreted. */
  entry?: { staff: Staff; channel: Channel; interpretedFrom?: string | undefined }
  /** Words what was chosen otherwise when the same form is sent once more. */
  inWords?: InWords
}

/**
 * Takes a submission, with the photos that wait for its form, and gives its receipt code. The same form posted twice
 * gives the same code and one submission; what is changed in it the second time goes into the thread.
 * Refuses a kind that is not taken, a form older than seven days, and a place outside the district.
 */
export async function submit(
  input: SubmitInput,
  { example = false, heldFor = [], entry, inWords }: Circumstances = {},
): Promise<Refused | { code: string; ref: string }> {
  const { kind, category, body, placeNote, language, formToken, contactEmail, answers = [] } = input
  if (!isOpen(kind)) return { refused: 'not-allowed' }
  if (!isFormToken(await lastingKey('form tokens'), formToken)) return { refused: 'stale-form' }
  const location = await locate(input)
  if ('refused' in location) return location

  const code = receiptCode(await lastingKey('receipt codes'), formToken)
  const hash = codeHash(await lastingKey('code hashes'), code)
  const formHash = await formHashOf(formToken)
  const fingerprints = await lastingKey('fingerprints')
  const row = {
    ...location,
    ...{ kind, category, body, placeNote, language, answers, example, heldFor },
    ...(entry && { channel: entry.channel, interpretedFrom: entry.interpretedFrom, enteredById: entry.staff.id }),
    writtenIn: guessLanguage(body),
    receivingAuthority: receivingAuthority(kind, category),
    dueOn: readBy(new Date()),
    codeHash: hash,
    codePublicKey: await codePublicKey(code),
  }
  // What staff write down is the resident's all the same: it goes in under her code, which gives the writer no right to it.
  const viewer: Viewer = { as: 'resident', codeHash: hash, formHash }
  const { ref, before } = await as(viewer, async (tx) => {
    const photos = await digestsOfForm(tx, formHash)
    for (let attempt = 0; attempt < 5; attempt++) {
      const fresh = { ...row, ref: newRef() }
      const [made] = await tx
        .insert(submissions)
        .values({ ...fresh, fingerprint: fingerprintOf(fingerprints, { ...fresh, photos }) })
        .onConflictDoNothing()
        .returning({ id: submissions.id, ref: submissions.ref })
      if (made) {
        await handInPhotos(tx, formHash, { submissionId: made.id })
        if (contactEmail) await askBell(tx, { submissionId: made.id, email: contactEmail, language })
        const by = entry ? { staffId: entry.staff.id } : {}
        await audit(tx, { event: 'submission-received', subject: `submission:${made.id}`, ...by })
        await enqueue(tx, 'register-submission', { submissionId: made.id })
        await enqueue(tx, 'apply-rules', { submissionId: made.id })
        return { ref: made.ref }
      }
      const [first] = await tx.select().from(submissions).where(eq(submissions.codeHash, hash))
      if (!first) continue
      await handInPhotos(tx, formHash, { submissionId: first.id })
      return { ref: first.ref, before: first }
    }
    throw new Error('no free reference was found')
  })
  if (before) await keepResent(viewer, { before, sent: row }, { formToken, inWords })
  return { code, ref }
}
