import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readFormWithPhotos } from '#app/http/forms-with-photos.server.ts'
import { photoList } from '#app/http/photo-list.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'

/** Posts only: where there is nothing to see, there is nothing. */
export const loader = () => new Response(null, { status: 404 })

/**
 * Takes one photo, as script sends them while the rest of the form is written, and answers it as the form lists it; or
 * takes one away again (`removePhoto`), or lists those that wait (`listPhotos`).
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const { values, errors, kept } = await readFormWithPhotos(request, z.object({}))
  const code = values.formToken ? (errors.photos ?? errors.form) : 'stale-form'
  if (code) return refused(code, words(language)(`errors:field.${code}`))
  if (values.removePhoto !== undefined) return answer({ removed: values.removePhoto })
  if (values.listPhotos !== undefined) return answer({ waiting: await photoList(language, values.formToken!) })
  const [photo] = kept[0] ? await photoList(language, values.formToken!, kept[0]) : []
  return photo ? answer(photo) : refused('missing', words(language)('errors:field.missing'))
}

/** It may hold a picture, so no browser keeps it. */
const answer = (told: object, status = 200) => Response.json(told, { status, headers: { 'Cache-Control': 'no-store' } })

const refused = (code: string, message: string) => answer({ error: { code, message } }, 422)
