import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPhoto } from '#app/domain/photos/find-photo.server.ts'
import { found } from '#app/http/answers.server.ts'
import { photoAnswer } from '#app/http/photo-answers.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { followCookie } from '#app/http/sealed-cookies.server.ts'

/** A photo of the submission whose thread is open in this browser; to everybody else it is not there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  languageFrom(params)
  const kept = found(await followCookie.read(request))
  return photoAnswer(found(await findPhoto(kept.hash, params.id ?? '')))
}
