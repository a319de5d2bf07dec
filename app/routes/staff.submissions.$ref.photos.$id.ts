import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPhotoForStaff } from '#app/domain/photos/find-photo-for-staff.server.ts'
import { found } from '#app/http/answers.server.ts'
import { photoAnswer } from '#app/http/photo-answers.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'

/** A photo of a submission, for those who may read what the resident sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.read')
  return photoAnswer(found(await findPhotoForStaff(staff, refFrom(params), params.id ?? '')))
}
