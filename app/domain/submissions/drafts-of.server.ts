import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import type { Staff } from '../staff/staff.ts'

/** What she has half written about a case, by form. */
export async function draftsOf(staff: Staff, submissionId: string) {
  const { form, fields, savedAt } = drafts
  const rows = await as(staff, (tx) =>
    tx
      .select({ form, fields, savedAt })
      .from(drafts)
      .where(and(eq(drafts.submissionId, submissionId), eq(drafts.staffId, staff.id))),
  )
  const of = (wanted: (typeof rows)[number]['form']) => rows.find((row) => row.form === wanted)
  return { answer: of('answer'), reply: of('reply') }
}
