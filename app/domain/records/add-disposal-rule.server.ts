import { as } from '#db/client.server.ts'
import { disposalRules, type DisposalTarget } from '#db/schema/records.ts'
import type { Kind } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

type Rule = { target: DisposalTarget; kind: Kind; afterDays: number; decision: string }

/** Adds a rule of her own authority; nothing goes until it is approved. Refuses who acts for no authority. */
export async function addDisposalRule(staff: Staff, rule: Rule): Promise<Refused | { added: string }> {
  assertMay(staff, 'disposal.edit')
  const { authority } = staff
  if (!authority) return { refused: 'not-allowed' }
  return as(staff, async (tx) => {
    const [made] = await tx
      .insert(disposalRules)
      .values({ ...rule, authority, madeById: staff.id })
      .returning({ id: disposalRules.id })
    const { target, kind, afterDays } = rule
    const subject = `disposal-rule:${made!.id}`
    await audit(tx, { event: 'disposal-rule-added', subject, staffId: staff.id, details: { target, kind, afterDays } })
    return { added: made!.id }
  })
}
