import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { drafts, type DraftForm } from '#db/schema/drafts.ts'

/** Whose draft it is, of which form, and about which case; null for the answer to many. */
export type Whose = { submissionId: string | null; staffId: string; form: DraftForm }

/** Lets a draft go: it was sent, or thrown away by who wrote it. */
export async function forgetDraft(tx: Tx, { submissionId, staffId, form }: Whose): Promise<void> {
  const about = submissionId === null ? isNull(drafts.submissionId) : eq(drafts.submissionId, submissionId)
  await tx.delete(drafts).where(and(about, eq(drafts.staffId, staffId), eq(drafts.form, form)))
}
