import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { ratings, type HeardAnswer } from '#db/schema/followers.ts'
import { responses, submissions } from '#db/schema/submissions.ts'
import { mondayOf, weeksAfter } from '#app/domain/insights/weeks.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { makeSubmission } from './make-submission.ts'

let last = mondayOf(`${2040 + Math.floor(Math.random() * 400)}-01-15`)

/** The Monday of a week far ahead, in which nobody else has anything: figures are counted for all at once. */
export const ownWeek = (): string => (last = weeksAfter(last, 60))

/** A moment so many days after a Monday. */
export const momentIn = (week: string, days = 0): Date => new Date(Date.parse(`${week}T10:00:00Z`) + days * 86_400_000)

type Came = Parameters<typeof makeSubmission>[0] & { at: Date; writtenIn?: string }

/** A submission that came at a moment; gives its id. */
export async function cameAt({ at, writtenIn = 'sv', ...wanted }: Came): Promise<string> {
  const { id } = await makeSubmission(wanted)
  const { id: own } = submissions
  await as({ as: 'seed' }, (tx) => tx.update(submissions).set({ createdAt: at, writtenIn }).where(eq(own, id)))
  return id
}

/** A first answer that was given by somebody at a moment, and what the resident felt then. */
export async function answeredAt(by: Staff, submissionId: string, at: Date, heard?: HeardAnswer): Promise<void> {
  const answer = { body: { sv: 'Svar' }, signedAs: { sv: 'Funktion' }, audience: 'resident' as const }
  await as({ as: 'seed' }, async (tx) => {
    await tx
      .insert(responses)
      .values({ ...answer, submissionId, version: 1, organisation: by.organisation, staffId: by.id, givenAt: at })
    if (heard) await tx.insert(ratings).values({ submissionId, responseVersion: 1, heard, ratedAt: at })
  })
}
