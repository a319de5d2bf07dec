import { as } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { mayEditRules } from './may-edit-rules.ts'
import { rulesOf, type Rule } from './rules-of.server.ts'

/** The rules of her own authority, in their order; none for who may not edit them. */
export async function rulesForStaff(staff: Staff): Promise<Rule[]> {
  return mayEditRules(staff) ? as(staff, (tx) => rulesOf(tx, staff.authority)) : []
}
