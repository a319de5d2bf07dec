import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import type { TemplateUse } from '#db/schema/templates.ts'

type Whose = { submissionId: string; staffId: string; form: TemplateUse }

/** Lets a draft go: it was sent, or thrown away by who wrote it. */
export async function forgetDraft(tx: Tx, { submissionId, staffId, form }: Whose): Promise<void> {
  await tx
    .delete(drafts)
    .where(and(eq(drafts.submissionId, submissionId), eq(drafts.staffId, staffId), eq(drafts.form, form)))
}
