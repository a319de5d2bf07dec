import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import type { Staff } from '../staff/staff.ts'
import type { Draft } from './drafts-of.server.ts'

const { form, fields, savedAt } = drafts

/** What she has half written of an answer to many; undefined for nothing. */
export async function findManyDraft(staff: Staff): Promise<Draft | undefined> {
  const [row] = await as(staff, (tx) =>
    tx
      .select({ form, fields, savedAt })
      .from(drafts)
      .where(and(isNull(drafts.submissionId), eq(drafts.staffId, staff.id))),
  )
  return row
}
