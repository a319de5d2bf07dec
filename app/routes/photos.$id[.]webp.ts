import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPublicPhoto } from '#app/domain/photos/find-public-photo.server.ts'
import { found } from '#app/http/answers.server.ts'
import { publicPhotoAnswer } from '#app/http/photo-answers.server.ts'

/** The public version of a photo; not there once it is not shown any more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = params.id ?? ''
  return publicPhotoAnswer(request, { id, webp: found(await findPublicPhoto(id)) })
}
