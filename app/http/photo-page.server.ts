import { findPhotoToEdit, type PhotoToEdit } from '#app/domain/photos/find-photo-to-edit.server.ts'
import { mostBoxes } from '#app/domain/photos/photo-parts.ts'
import { refusals } from '#app/domain/refusals.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { languages, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { offeredLanguages, refFrom } from './request.server.ts'
import { requireStaff, staffLanguage } from './require-staff.server.ts'

/** The words that a photo's page says when something was done. */
const done = ['edit', 'state'] as const

/** The page on which a photo is made ready for the public, as it is kept. */
export async function photoPage(request: Request, params: { ref?: string | undefined; id?: string | undefined }) {
  const staff = await requireStaff(request, 'publish')
  const language = await staffLanguage(request)
  const ref = refFrom(params)
  const photo = await findPhotoToEdit(staff, ref, params.id ?? '')
  if ('refused' in photo) throw new Response(null, { status: refusals[photo.refused] })
  const said = new URL(request.url).searchParams.get('done')
  return { ...tellPhoto(ref, photo, language), done: done.find((one) => one === said) }
}

function tellPhoto(ref: string, photo: PhotoToEdit, language: Language) {
  const { id, position, of, width, height, state, published, version, crop, boxes, alt } = photo
  const { ground, reason, editedAt, byName } = photo
  const when = editedAt && `${formatDay(language, editedAt)} ${formatTime(language, editedAt)}`
  return {
    title: words(language)('photo-editor:title', { number: position + 1, all: of }),
    ...{ ref, id, width, height, state, published, version, kept: { crop, boxes }, alt, mostBoxes },
    src: paths.staffPhoto(ref, id),
    case: published ? paths.submission('sv', ref) : undefined,
    why: ground && { ground, reason: reason ?? '' },
    last: when ? [when, byName].filter(Boolean).join(' · ') : undefined,
    languages: offeredLanguages().map((tag) => ({ tag, name: languages[tag].name })),
  }
}
