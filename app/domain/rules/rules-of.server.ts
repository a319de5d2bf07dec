import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { routingRules } from '#db/schema/rules.ts'
import type { Authority } from '#db/schema/staff.ts'

const { id, name, areas, categories, kinds, languages, words, fromTime, toTime } = routingRules
const { organisation, assigneeId, priority, answerWithin, templateId } = routingRules

/** The rules of an authority that are in force, in the order in which they are tried. */
export const rulesOf = (tx: Tx, authority: Authority) =>
  tx
    .select({
      ...{ id, name, areas, categories, kinds, languages, words, fromTime, toTime },
      ...{ organisation, assigneeId, priority, answerWithin, templateId },
    })
    .from(routingRules)
    .where(and(eq(routingRules.authority, authority), isNull(routingRules.endedAt)))
    .orderBy(asc(routingRules.position), asc(id))

export type Rule = Awaited<ReturnType<typeof rulesOf>>[number]
