import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { organisations, type Authority } from '#db/schema/staff.ts'
import { templates } from '#db/schema/templates.ts'
import type { Refused } from '../refusals.ts'
import { triageStaff } from '../staff/queries.server.ts'
import type { Written } from './mark-of-trial.ts'

/**
 * Why a rule of an authority cannot be: it sends to an organisation or a person that does not take its submissions, or
 * suggests what is no template of answers in use that the authority has.
 */
export async function faultOfRule(
  tx: Tx,
  authority: Authority,
  { organisation, assigneeId, templateId }: Written,
): Promise<Refused | undefined> {
  if (organisation !== null) {
    const there = await tx.$count(organisations, eq(organisations.slug, organisation))
    if (there === 0 || organisation === authority) return { refused: 'no-such-organisation' }
  }
  if (templateId !== null) {
    const own = and(eq(templates.id, templateId), eq(templates.authority, authority))
    const inUse = and(own, eq(templates.use, 'answer'), isNull(templates.retiredAt))
    if ((await tx.$count(templates, inUse)) === 0) return { refused: 'no-such-template' }
  }
  if (assigneeId === null) return undefined
  const colleagues = await triageStaff(tx, authority)
  return colleagues.some(({ id }) => id === assigneeId) ? undefined : { refused: 'no-such-person' }
}
