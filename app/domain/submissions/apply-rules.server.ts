import { and, eq, isNull } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { routings, submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import { factsOf, firstMatch } from '../rules/match-rule.ts'
import { knownOf, outcomeOf, type Outcome } from '../rules/outcome-of.server.ts'
import { rulesOf } from '../rules/rules-of.server.ts'
import { keepDue } from './keep-due.server.ts'

/**
 * Lets the rules of the authority that received a submission take it, once: the first that is met sends it on, assigns it,
 * gives it a priority, a day for the answer and a template to suggest for it; who gets it is told. What somebody has already
 * begun with is left alone, and who has it keeps it.
 */
export async function applyRules(submissionId: string): Promise<void> {
  await as(worker, async (tx) => {
    const [row] = await tx
      .select()
      .from(submissions)
      .where(and(eq(submissions.id, submissionId), isNull(submissions.ruledAt)))
      .for('update')
    if (!row) return
    const authority = row.receivingAuthority
    const rule = row.status === 'received' ? firstMatch(await rulesOf(tx, authority), factsOf(row)) : undefined
    const ruledAt = new Date()
    if (!rule) {
      await tx.update(submissions).set({ ruledAt }).where(eq(submissions.id, submissionId))
      return
    }
    const outcome = outcomeOf(rule, row, await knownOf(tx, authority))
    const { routedTo, proposedTo, assigneeId, priority, deadlineOn, templateId } = outcome
    await tx
      .update(submissions)
      .set({
        ...{ ruledAt, ruleId: rule.id, proposedTo, deadlineOn, templateId },
        assigneeId: row.assigneeId ?? assigneeId,
        priority: priority ?? row.priority,
      })
      .where(eq(submissions.id, submissionId))
    if (routedTo)
      await tx.insert(routings).values({ submissionId, organisation: routedTo, ruleId: rule.id }).onConflictDoNothing()
    await keepDue(tx, submissionId)
    // As when somebody gives it by hand.
    if (!row.assigneeId && assigneeId) await enqueue(tx, 'tell-staff', { submissionId, kind: 'assigned' })
    await audit(tx, { event: 'rule-applied', subject: `submission:${submissionId}`, details: told(rule.id, outcome) })
  })
}

/** What the audit says of what a rule did: ids, a priority and a day. */
const told = (rule: string, { routedTo, proposedTo, assigneeId, priority, deadlineOn, templateId }: Outcome) => ({
  rule,
  ...(routedTo && { organisation: routedTo }),
  ...(proposedTo && { proposed: proposedTo }),
  ...(assigneeId && { to: assigneeId }),
  ...(priority && { priority }),
  ...(deadlineOn && { deadline: deadlineOn }),
  ...(templateId && { template: templateId }),
})
