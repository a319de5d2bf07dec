import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipPhotos } from '#db/schema/tips.ts'
import { isUuid } from '../is-uuid.ts'
import { formHashOf } from '../photos/photos-of-form.server.ts'

/** Takes a photo away that waits for the form of a tip with this token; nothing happens where none such waits. */
export async function removeTipPhoto(formToken: string, id: string): Promise<void> {
  if (!isUuid(id)) return
  const formHash = await formHashOf(formToken)
  await as({ as: 'resident', formHash }, (tx) =>
    tx.delete(tipPhotos).where(and(eq(tipPhotos.id, id), eq(tipPhotos.formHash, formHash), isNull(tipPhotos.tipId))),
  )
}
