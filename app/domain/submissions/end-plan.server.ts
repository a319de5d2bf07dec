import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { plans } from '#db/schema/plans.ts'

/** Ends a plan that has not ended. */
export const endPlan = (tx: Tx, id: string, how: { ended: 'done' | 'refused'; refusal?: string }) =>
  tx
    .update(plans)
    .set({ ...how, endedAt: new Date() })
    .where(and(eq(plans.id, id), isNull(plans.endedAt)))
