import type { LoaderFunctionArgs } from '@remix-run/node'
import { redactionInput } from '#app/domain/photos/photo-edit-input.server.ts'
import { previewPhoto } from '#app/domain/photos/preview-photo.server.ts'
import { refusals } from '#app/domain/refusals.ts'
import { checkForm, valuesOf } from '#app/http/forms.server.ts'
import { photoAnswer } from '#app/http/photo-answers.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'

/** A photo as the public would see it with the crop and the boxes that the address says. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'publish')
  const photo = { ref: refFrom(params), id: params.id ?? '' }
  const asked = checkForm(valuesOf([...new URL(request.url).searchParams]), redactionInput)
  if (!asked.input) throw new Response(null, { status: 422 })
  const made = await previewPhoto(staff, photo, asked.input)
  if ('refused' in made) throw new Response(null, { status: refusals[made.refused] })
  return photoAnswer(made.webp)
}
