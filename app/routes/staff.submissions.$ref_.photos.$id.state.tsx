import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { photoStateInput } from '#app/domain/photos/photo-edit-input.server.ts'
import { setPhotoState } from '#app/domain/photos/set-photo-state.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { answerPhoto } from '#app/http/photo-answers.server.ts'
import { photoPage } from '#app/http/photo-page.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { PhotoEditPage } from '#app/ui/photos/photo-edit-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import type { VerbReply } from '#app/ui/staff/verb-form.tsx'

export const handle = { texts: ['photo-editor'] }

export const loader = ({ request, params }: LoaderFunctionArgs) => photoPage(request, params)

/** Decides who sees a photo. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'publish')
  const photo = { ref: refFrom(params), id: params.id ?? '' }
  const form = await readForm(request, photoStateInput)
  if (!form.input) return invalid(form)
  return answerPhoto({ form, ...photo, done: 'state' }, await setPhotoState(staff, photo, form.input))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function PhotoState() {
  return <PhotoEditPage photo={useLoaderData<typeof loader>()} reply={useActionData<VerbReply>()} posted="state" />
}
