import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { keepPhoto } from '#app/domain/photos/keep-photo.server.ts'
import { formTokenOfOurs } from './form-token.ts'
import { jpeg } from './pictures.ts'

/** Keeps a photo for a form; throws when it is refused. */
export async function keptPhoto(formToken: string, bytes?: Buffer): Promise<{ id: string }> {
  const file = bytes ?? (await jpeg())
  const kept = await keepPhoto(formToken, async () => file)
  if ('refused' in kept) throw new Error(kept.refused)
  return kept
}

/** A photo as it lies in the database. */
export async function storedPhoto(id: string) {
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(photos).where(eq(photos.id, id)))
  return row
}

/** A photo that came with a submission. */
export async function sentPhoto(submissionId: string, bytes?: Buffer): Promise<string> {
  const { id } = await keptPhoto(await formTokenOfOurs(), bytes)
  await as({ as: 'seed' }, (tx) => tx.update(photos).set({ submissionId }).where(eq(photos.id, id)))
  return id
}
