import { and, isNull, sql, type SQL } from 'drizzle-orm'
import type { HeldReason } from '#db/schema/submissions.ts'
import { submissions } from '#db/schema/submissions.ts'

/** True where something made us look more closely and nobody has yet said what it is. */
export const isHeld: SQL<boolean> = sql<boolean>`(${submissions.heldFor} <> '{}' and ${submissions.spamAt} is null)`

/** The same, of a row that was read. */
export const holds = (row: { heldFor: HeldReason[]; spamAt: Date | null }): boolean =>
  row.heldFor.length > 0 && row.spamAt === null

/** The condition for what may ring a bell: neither held nor spam. */
export const ringsFreely = (): SQL => and(sql`${submissions.heldFor} = '{}'`, isNull(submissions.spamAt))!

/** True for spam and for what a machine has sent, as it seems; false also where there is no submission. */
export const fromMachine: SQL<boolean> = sql<boolean>`coalesce(${submissions.spamAt} is not null
  or ${submissions.heldFor} && array['honeypot', 'many-from-one-visitor'], false)`
