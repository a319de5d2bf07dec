import type { LoaderFunctionArgs } from '@remix-run/node'
import { findTipPhoto } from '#app/domain/tips/find-tip-photo.server.ts'
import { found } from '#app/http/answers.server.ts'
import { photoAnswer } from '#app/http/photo-answers.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireUnlocked } from '#app/http/require-tips.server.ts'

/** A photo of a tip, in a session whose tips are unlocked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, tipsKey } = await requireUnlocked(request)
  return photoAnswer(found(await findTipPhoto(staff, { ref: refFrom(params), id: params.id ?? '' }, tipsKey)))
}
