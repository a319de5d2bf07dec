import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { photos, type PhotoState } from '#db/schema/photos.ts'

/** A photo as a page shows it: its size in pixels, who sees it, and the message it came with; null for the first text. */
export type PhotoOfSubmission = {
  id: string
  messageId: string | null
  width: number
  height: number
  state: PhotoState
}

/** The photos of a submission in the order they came; whoever asks must have found that they may be seen. */
export const photosOfSubmission = (tx: Tx, submissionId: string): Promise<PhotoOfSubmission[]> =>
  prepared(
    tx
      .select({
        ...{ id: photos.id, messageId: photos.messageId, state: photos.state },
        ...{ width: photos.width, height: photos.height },
      })
      .from(photos)
      .where(eq(photos.submissionId, submissionId))
      .orderBy(asc(photos.keptAt), asc(photos.position)),
  )
