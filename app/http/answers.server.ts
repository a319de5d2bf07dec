import { data } from '@remix-run/node'
import { refusals, type Refused } from '#app/domain/refusals.ts'

/** The row, or a 404 when there is none. */
export function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Response(null, { status: 404 })
  return row
}

/** The answer to an action that was refused: the page is shown again with the reason and the status that fits it. */
export const refuse = ({ refused }: Refused) => data({ refused }, { status: refusals[refused] })

/** The answer to too many tries; says in seconds when to come again. */
export const tooMany = (seconds: number, reply: Record<string, unknown> = {}) =>
  data({ ...reply, refused: 'too-many' as const }, { status: 429, headers: { 'Retry-After': String(seconds) } })
