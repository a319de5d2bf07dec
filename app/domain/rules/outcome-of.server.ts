import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { organisations, type Authority } from '#db/schema/staff.ts'
import type { Priority } from '#db/schema/submissions.ts'
import { reachesArea } from '../staff/permissions.ts'
import { triageStaff } from '../staff/queries.server.ts'
import { dayOf, workingDaysAfter, type Day } from '../submissions/working-days.server.ts'

/** What a rule wants to be done. */
export type Acts = {
  organisation: string | null
  assigneeId: string | null
  priority: Priority | null
  /** In so many working days it is answered. */
  answerWithin: number | null
  /** Suggested to whoever answers. */
  templateId: string | null
}

/** What a rule does to one submission. */
export type Outcome = {
  routedTo: string | null
  /** A private company reads only what was rewritten for it, so to one a rule can only propose. */
  proposedTo: string | null
  assigneeId: string | null
  priority: Priority | null
  deadlineOn: Day | null
  templateId: string | null
}

type Submission = { receivingAuthority: Authority; areaCode: string; createdAt: Date }

/** What there is to know of organisations and people before it can be said what the rules of an authority do. */
export async function knownOf(tx: Tx, authority: Authority) {
  const companies = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(eq(organisations.kind, 'company'))
  return { companies: new Set(companies.map(({ slug }) => slug)), colleagues: await triageStaff(tx, authority) }
}

/**
 * What a rule that is met does to a submission: nobody gets it who does not reach its area or has left, and the authority
 * that has received it is not sent it once more.
 */
export function outcomeOf(
  { organisation, assigneeId, priority, answerWithin, templateId }: Acts,
  { receivingAuthority, areaCode, createdAt }: Submission,
  { companies, colleagues }: Awaited<ReturnType<typeof knownOf>>,
): Outcome {
  const to = organisation === receivingAuthority ? null : organisation
  const isCompany = to !== null && companies.has(to)
  const takes = colleagues.some((one) => one.id === assigneeId && reachesArea(one, areaCode))
  return {
    routedTo: isCompany ? null : to,
    proposedTo: isCompany ? to : null,
    assigneeId: takes ? assigneeId : null,
    priority,
    deadlineOn: answerWithin === null ? null : workingDaysAfter(dayOf(createdAt), answerWithin),
    templateId,
  }
}
