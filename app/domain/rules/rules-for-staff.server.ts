import { as } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { mayEditRules } from './may-edit-rules.ts'
import { endedRulesOf, rulesOf, type Rule } from './rules-of.server.ts'

/** The rules of her own authority, in their order; none for who may not edit them. */
export async function rulesForStaff(staff: Staff): Promise<Rule[]> {
  return mayEditRules(staff) ? as(staff, (tx) => rulesOf(tx, staff.authority)) : []
}

/** Those that have ended and can be taken up again, the last one first. */
export async function endedRulesForStaff(staff: Staff): Promise<Rule[]> {
  return mayEditRules(staff) ? as(staff, (tx) => endedRulesOf(tx, staff.authority)) : []
}
