import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import type { Asked } from './queue-conditions.server.ts'
import { ages } from './queue-filter.server.ts'

/** How many of the newest hits a search gives. */
const mostHits = 500

/** How many it looks through where some filters are judged row by row. */
const mostJudged = 5000

/** What a search is narrowed by: signs of which a case bears one of each (`area 606|area 607`), and from when to when it came. */
type Narrowed = { signs: string[]; since?: Date; until?: Date; most: number }

/**
 * The ids of the newest submissions that hold what somebody typed, by the stems of Swedish and in spite of a letter that
 * went wrong, under the filters of the queue and in some states; or the one that she names by its reference or number,
 * however it is narrowed; and whether there may be more, and older ones (`cut`). Only what the viewer of the transaction
 * reaches: of a company the texts that were rewritten for it.
 */
export async function searchSubmissions(
  tx: Tx,
  staff: Staff,
  asked: Asked & { q: string },
  states?: readonly Status[],
): Promise<{ ids: string[]; cut: boolean }> {
  const { signs, since, until, most } = narrowing(staff, asked, states)
  const rows = await tx.execute<{ id: string | null }>(sql`select search_submissions(${asked.q}, ${most},
    array(select jsonb_array_elements_text(${JSON.stringify(signs)}::text::jsonb)),
    ${since?.toISOString() ?? '-infinity'}, ${until?.toISOString() ?? 'infinity'}) as id`)
  const ids = rows.flatMap(({ id }) => id ?? [])
  return { ids, cut: ids.length >= most || ids.length < rows.length }
}

/**
 * Which filters the search itself is narrowed by: those that are known of a case to whoever reads it. The rest is known to
 * who has received the case alone, and is judged row by row.
 */
function narrowing(staff: Staff, asked: Asked, states?: readonly Status[]): Narrowed {
  const { assignee, photos, linked, organisation, deadline, held } = asked
  const signs = Object.entries({
    area: asked.area,
    category: asked.category,
    kind: asked.kind,
    assignee: assignee === 'me' ? staff.id : assignee,
    written: asked.writtenIn,
    last: asked.lastWord,
    photos: photos && String(photos === 'yes'),
    linked: linked && String(linked === 'yes'),
  }).flatMap(([sign, value]) => (value === undefined ? [] : [`${sign} ${value}`]))
  const oneOf = (sign: string, values?: readonly string[]) =>
    values ? [values.map((value) => `${sign} ${value}`).join('|')] : []
  return {
    signs: [...signs, ...oneOf('area', asked.areas), ...oneOf('status', states)],
    ...spanOf(asked.age),
    most: organisation || deadline || held ? mostJudged : mostHits,
  }
}

function spanOf(age: Asked['age']): Pick<Narrowed, 'since' | 'until'> {
  if (!age) return {}
  const { newest, days } = ages[age]
  const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000)
  return newest ? { since: then } : { until: then }
}
