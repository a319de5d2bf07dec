import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editPhoto } from '#app/domain/photos/edit-photo.server.ts'
import { photoEditInput } from '#app/domain/photos/photo-edit-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { answerPhoto, lookedAt } from '#app/http/photo-answers.server.ts'
import { photoPage } from '#app/http/photo-page.server.ts'
import { offeredLanguages, refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { PhotoEditPage } from '#app/ui/photos/photo-edit-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import type { VerbReply } from '#app/ui/staff/verb-form.tsx'

export const handle = { texts: ['photo-editor'] }

export const loader = ({ request, params }: LoaderFunctionArgs) => photoPage(request, params)

/** Keeps how a photo is to be shown to the public; with `look` only shows it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'publish')
  const photo = { ref: refFrom(params), id: params.id ?? '' }
  const form = await readForm(request, photoEditInput(offeredLanguages()))
  if (!form.input) return invalid(form)
  if (form.values.look) return lookedAt(form)
  return answerPhoto({ form, ...photo, done: 'edit' }, await editPhoto(staff, photo, form.input))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function EditPhoto() {
  return <PhotoEditPage photo={useLoaderData<typeof loader>()} reply={useActionData<VerbReply>()} posted="edit" />
}
