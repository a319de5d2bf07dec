import { data, redirect } from '@remix-run/node'
import { refusals, type Refused } from '#app/domain/refusals.ts'
import { paths } from '#app/paths.ts'
import type { FormReply } from './forms.server.ts'

/** A photo as a file of its own: kept by no browser and no proxy, since whoever holds the device next could see it. */
export const photoAnswer = (webp: Buffer): Response =>
  new Response(new Uint8Array(webp), {
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'no-store', 'Content-Disposition': 'inline' },
  })

/**
 * A public photo as a file of its own. Who keeps it asks each time whether it is still shown; the file under an id never
 * changes.
 */
export function publicPhotoAnswer(request: Request, { id, webp }: { id: string; webp: Buffer }): Response {
  const headers = { 'Cache-Control': 'no-cache', ETag: `"${id}"` }
  const isKept = request.headers.get('if-none-match')?.includes(headers.ETag)
  if (isKept) return new Response(null, { status: 304, headers })
  const file = { 'Content-Type': 'image/webp', 'Content-Disposition': 'inline' }
  return new Response(new Uint8Array(webp), { headers: { ...headers, ...file } })
}

/** The answer to who only wants to look at what she has drawn: her form again, with nothing kept. */
export const lookedAt = ({ values }: FormReply) => data({ values, errors: {}, refused: undefined })

type Posted = { form: FormReply; ref: string; id: string; done: 'edit' | 'state' }

/** The answer to what was decided about a photo: back to its page. A refusal shows the form again with all that was typed. */
export function answerPhoto({ form, ref, id, done }: Posted, result: Refused | object) {
  if (!('refused' in result)) return redirect(`${paths.staffPhotoVerb(ref, id, 'edit')}?done=${done}`, 303)
  const { refused } = result
  if (refused === 'not-found' || refused === 'not-allowed') throw new Response(null, { status: refusals[refused] })
  return data({ values: form.values, errors: {}, refused }, { status: refusals[refused] })
}
