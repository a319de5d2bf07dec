import { and, isNull, lt } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { hearsAmong } from './hears-among.ts'
import { peopleOfAuthorities } from './people-of-authorities.server.ts'
import { dayOf, isWorkingDay } from './working-days.server.ts'

/**
 * The ids of those who are told at `now` that the day has passed by which somebody had to act: the coordinators of each
 * authority, or all who handle where it has none, of what lies in the areas that they reach. Nobody on days that are free.
 */
export async function hearsOfOverdue(now = new Date()): Promise<string[]> {
  const today = dayOf(now)
  if (!isWorkingDay(today)) return []
  return as(worker, async (tx) => {
    const { receivingAuthority, areaCode, dueOn, spamAt } = submissions
    const overdue = await tx
      .selectDistinct({ authority: receivingAuthority, area: areaCode })
      .from(submissions)
      .where(and(lt(dueOn, today), isNull(spamAt)))
    return hearsAmong(await peopleOfAuthorities(tx), overdue).map(({ id }) => id)
  })
}
