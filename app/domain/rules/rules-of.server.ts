import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { routingRules } from '#db/schema/rules.ts'
import type { Authority } from '#db/schema/staff.ts'

const { id, name, areas, categories, kinds, languages, words, fromTime, toTime } = routingRules
const { organisation, assigneeId, priority, answerWithin, templateId } = routingRules
const columns = {
  ...{ id, name, areas, categories, kinds, languages, words, fromTime, toTime },
  ...{ organisation, assigneeId, priority, answerWithin, templateId },
}

/** The rules of an authority that are in force, in the order in which they are tried. */
export const rulesOf = (tx: Tx, authority: Authority) =>
  tx
    .select(columns)
    .from(routingRules)
    .where(and(eq(routingRules.authority, authority), isNull(routingRules.endedAt)))
    .orderBy(asc(routingRules.position), asc(id))

/** How many of the rules that have ended can be taken up again. */
const keptInSight = 50

/** The rules of an authority that have ended, the last one first: as many as anybody looks through. */
export const endedRulesOf = (tx: Tx, authority: Authority) =>
  tx
    .select(columns)
    .from(routingRules)
    .where(and(eq(routingRules.authority, authority), isNotNull(routingRules.endedAt)))
    .orderBy(desc(routingRules.endedAt), asc(id))
    .limit(keptInSight)

export type Rule = Awaited<ReturnType<typeof rulesOf>>[number]
