import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { audit } from '../audit.server.ts'
import { isUuid } from '../is-uuid.ts'
import { formHashOf } from './photos-of-form.server.ts'

/** Takes a photo away that waits for the form with this token; nothing happens where none such waits. */
export async function removePhoto(formToken: string, id: string): Promise<void> {
  if (!isUuid(id)) return
  const formHash = await formHashOf(formToken)
  await as({ as: 'resident', formHash }, async (tx) => {
    const removed = await tx
      .delete(photos)
      .where(and(eq(photos.id, id), eq(photos.formHash, formHash), isNull(photos.submissionId)))
      .returning({ id: photos.id })
    if (removed.length > 0) await audit(tx, { event: 'photo-removed', subject: `photo:${id}` })
  })
}
