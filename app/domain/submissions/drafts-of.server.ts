import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { drafts, type DraftForm } from '#db/schema/drafts.ts'
import type { Staff } from '../staff/staff.ts'

const { form, fields, savedAt } = drafts

export type Draft = { form: DraftForm; fields: Record<string, string>; savedAt: Date }

/** What she has half written about a case, by form; null for what is about none, the answer to many. */
export async function draftsOf(staff: Staff, submissionId: string | null): Promise<Partial<Record<DraftForm, Draft>>> {
  const about = submissionId === null ? isNull(drafts.submissionId) : eq(drafts.submissionId, submissionId)
  const rows = await as(staff, (tx) =>
    tx
      .select({ form, fields, savedAt })
      .from(drafts)
      .where(and(about, eq(drafts.staffId, staff.id))),
  )
  return Object.fromEntries(rows.map((row) => [row.form, row]))
}
