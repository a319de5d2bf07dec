import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import type { Translated } from '#db/schema/shared.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { findingsIn } from '../personal/findings-in.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { needsSecond } from './four-eyes.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { asOneText, staleTranslations } from './stale-translations.ts'

type Written = {
  title: Translated
  body: Translated
  seen: string
  confirmed?: readonly string[]
  /** The mark of what may point out a person in these texts, once the writer has looked at it. */
  looked?: string | undefined
}
type PublicText = { publicTitle: Translated | null; publicBody: Translated | null }

/** A mark of what the public text says now, by which a later writing can tell whether it has changed. */
export const markOf = ({ publicTitle, publicBody }: PublicText): string =>
  createHash('sha256')
    .update(JSON.stringify([publicTitle, publicBody]))
    .digest('base64url')
    .slice(0, 16)

/**
 * Writes what the public will read instead of the resident's own words; what is published changes at once. `seen` is
 * the mark of the text that the writer saw; of the translations `confirmed` she says that they still say what the Swedish
 * says. Refuses what may point out a person until she has looked at it, when somebody else has written meanwhile, and to
 * change what is shown where a second person approves it.
 */
export async function writePublicText(
  staff: Staff,
  ref: string,
  { title, body, seen, confirmed = [], looked }: Written,
): Promise<Refused | { written: true }> {
  assertMay(staff, 'publish')
  const findings = await findingsIn([title, body])
  if (findings && findings.mark !== looked) return { refused: 'looks-personal' }
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (seen !== markOf(submission)) return { refused: 'changed-meanwhile' }
    if (submission.publishedAt && (await needsSecond(tx, submission.category))) return { refused: 'second-for-text' }
    const [before] = await tx
      .select({ staleIn: submissions.publicStaleIn })
      .from(submissions)
      .where(eq(submissions.id, submission.id))
    const { publicTitle, publicBody } = submission
    const was = publicTitle && publicBody && before && { text: asOneText(publicTitle, publicBody), ...before }
    const publicStaleIn = staleTranslations(was || undefined, asOneText(title, body), confirmed)
    await tx
      .update(submissions)
      .set({ publicTitle: title, publicBody: body, publicStaleIn })
      .where(eq(submissions.id, submission.id))
    await forgetDraft(tx, { submissionId: submission.id, staffId: staff.id, form: 'public-text' })
    await audit(tx, {
      event: 'public-text-written',
      subject: `submission:${submission.id}`,
      staffId: staff.id,
      details: {
        ...{ languages: Object.keys(body).join(' '), published: submission.publishedAt !== null },
        ...(findings && { looked: findings.passages.length }),
      },
    })
    return { written: true }
  })
}
