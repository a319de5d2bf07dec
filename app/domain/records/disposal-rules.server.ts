import { asc, desc, eq, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { disposalRules, disposals } from '#db/schema/records.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { approvesAlone } from './approves-alone.server.ts'

/** How many numbers are told of what would go. */
const toldNumbers = 100

/**
 * The disposal rules of her own authority with what each would take today, whether it is approved or not: how much, and
 * the first hundred registration numbers; and whether she is one who may approve it. Nothing is taken by looking.
 */
export async function disposalRulesOf(staff: Staff) {
  assertMay(staff, 'disposal.edit')
  return as(staff, async (tx) => {
    const alone = await approvesAlone(tx, staff)
    const rules = await tx
      .select({
        ...{
          id: disposalRules.id,
          madeById: disposalRules.madeById,
          target: disposalRules.target,
          kind: disposalRules.kind,
        },
        ...{ afterDays: disposalRules.afterDays, decision: disposalRules.decision },
        ...{ approvedAt: disposalRules.approvedAt, endedAt: disposalRules.endedAt },
        due: sql<number>`(select count(*)::integer from due_for_disposal(${disposalRules.id}, ${today}))`,
        numbers: sql<string[]>`array(select distinct registration_number
          from due_for_disposal(${disposalRules.id}, ${today}) order by 1 limit ${toldNumbers})`,
      })
      .from(disposalRules)
      .where(staff.authority ? eq(disposalRules.authority, staff.authority) : sql`false`)
      .orderBy(asc(disposalRules.madeAt))
    return rules.map(({ madeById, ...rule }) => ({ ...rule, approvable: alone || madeById !== staff.id }))
  })
}

const today = sql`(now() at time zone 'Europe/Stockholm')::date`

/** What was disposed of under the rules of her own authority, the latest first: at most 200 nights. */
export async function disposalProtocol(staff: Staff) {
  assertMay(staff, 'disposal.edit')
  return as(staff, (tx) =>
    tx
      .select({
        ...{ id: disposals.id, disposedOn: disposals.disposedOn, count: disposals.count },
        ...{ numbers: disposals.registrationNumbers, target: disposalRules.target, decision: disposalRules.decision },
      })
      .from(disposals)
      .innerJoin(disposalRules, eq(disposalRules.id, disposals.ruleId))
      .where(staff.authority ? eq(disposalRules.authority, staff.authority) : sql`false`)
      .orderBy(desc(disposals.disposedOn), desc(disposals.id))
      .limit(200),
  )
}
