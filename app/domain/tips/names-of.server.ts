import { inArray } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { staff as people } from '#db/schema/staff.ts'

type Line = { subject: string; details: Record<string, unknown> }

/** The names of the people that lines of the log are about or name, by id. */
export async function namesOf(tx: Tx, lines: readonly Line[]): Promise<Map<string, string>> {
  const ids = lines.flatMap(({ subject, details }) => [
    ...(subject.startsWith('staff:') ? [subject.slice('staff:'.length)] : []),
    ...['to', 'deputy', 'head'].map((name) => details[name]).filter((id) => typeof id === 'string'),
  ])
  const { id, name } = people
  const rows = await tx.select({ id, name }).from(people).where(inArray(id, ids))
  return new Map(rows.map((row) => [row.id, row.name]))
}
