import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { registrations, secrecyMarks } from '#db/schema/records.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import type { RegisterFilter } from './input.server.ts'

export const pageLength = 100

/** How many rows one file holds at most. */
const fileLength = 50_000

/** One page of the register of her own authority that a filter leaves, the latest number first, and if there are more. */
export async function searchRegister(staff: Staff, filter: RegisterFilter) {
  assertMay(staff, 'register.read')
  const rows = await as(staff, (tx) => rowsOf(tx, staff, { filter, limit: pageLength + 1 }))
  return { rows: rows.slice(0, pageLength), more: rows.length > pageLength }
}

export type RegisterRow = Awaited<ReturnType<typeof searchRegister>>['rows'][number]

/** The same as a whole, to be written to a file; that it left the portal is a line of the audit. */
export async function exportRegister(staff: Staff, filter: RegisterFilter): Promise<RegisterRow[]> {
  assertMay(staff, 'register.read')
  return as(staff, async (tx) => {
    const rows = await rowsOf(tx, staff, { filter: { ...filter, before: undefined }, limit: fileLength })
    const { authority } = staff
    const details = { count: rows.length, ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) }
    await audit(tx, { event: 'register-exported', subject: `register:${authority}`, staffId: staff.id, details })
    return rows
  })
}

function rowsOf(tx: Tx, staff: Staff, { filter, limit }: { filter: RegisterFilter; limit: number }) {
  const { authority } = staff
  return tx
    .select({
      ...{ registrationNumber: registrations.registrationNumber, registeredOn: registrations.registeredOn },
      ...{ year: registrations.year, number: registrations.number },
      ...{ ref: submissions.ref, kind: submissions.kind, category: submissions.category },
      ...{ channel: submissions.channel, status: submissions.status },
      example: sql<boolean>`coalesce(${submissions.example}, false)`,
      secrecy: sql<string[]>`array(select distinct ${secrecyMarks.law} from ${secrecyMarks}
        where ${secrecyMarks.submissionId} = ${submissions.id} and ${secrecyMarks.liftedAt} is null order by 1)`,
    })
    .from(registrations)
    .leftJoin(submissions, eq(submissions.id, registrations.submissionId))
    .where(and(authority ? eq(registrations.authority, authority) : sql`false`, leaves(filter)))
    .orderBy(desc(registrations.year), desc(registrations.number))
    .limit(limit)
}

function leaves({ year, from, to, kind, category, channel, status, secrecy, before }: RegisterFilter): SQL | undefined {
  const [beforeYear, beforeNumber] = before?.split('-').map(Number) ?? []
  return and(
    year ? eq(registrations.year, year) : undefined,
    from ? sql`${registrations.registeredOn} >= ${from}` : undefined,
    to ? sql`${registrations.registeredOn} <= ${to}` : undefined,
    kind && eq(submissions.kind, kind),
    category && eq(submissions.category, category),
    channel && eq(submissions.channel, channel),
    status && eq(submissions.status, status),
    secrecy &&
      sql`exists (select from ${secrecyMarks} where ${secrecyMarks.submissionId} = ${submissions.id}
        and ${secrecyMarks.liftedAt} is null)`,
    before ? sql`(${registrations.year}, ${registrations.number}) < (${beforeYear}, ${beforeNumber})` : undefined,
  )
}
