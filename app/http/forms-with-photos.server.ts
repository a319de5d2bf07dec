import type { z } from 'zod'
import { keepPhoto } from '#app/domain/photos/keep-photo.server.ts'
import type { PhotoRefusal } from '#app/domain/photos/limits.ts'
import { removePhoto } from '#app/domain/photos/remove-photo.server.ts'
import { keepTipPhoto } from '#app/domain/tips/keep-tip-photo.server.ts'
import { removeTipPhoto } from '#app/domain/tips/remove-tip-photo.server.ts'
import { isOfTipForm } from '#app/domain/tips/tip-forms.server.ts'
import { freshFormToken, stillCounts } from './form-token.server.ts'
import { checkForm, fieldsOf, remember, valuesOf, type ReadForm } from './forms.server.ts'
import { readMultipart, type Received, type ReceivedFile } from './read-multipart.server.ts'
import type { SealedFile } from './sealed-file.server.ts'

/**
 * As `readForm`, for a form that may carry photos (the field `photos`), urlencoded or multipart alike. An accepted photo
 * waits under the form's token, also when the rest of the form is wrong. When one is refused there is no `input`:
 * `errors.photos` says why of the first, and `values.refusedPhoto` of each: a line with the code and the file's name.
 * The buttons `removePhoto` (its value the photo's id) and `keepPhotos` do only that: then there is no `input` either, and
 * nothing else is found wrong.
 *
 * `values.formToken` is a token to show the form with again, or absent where what was posted is none of ours. Photos
 * that came with such a one wait under a fresh token, and `errors.form` is `stale-form`; a form of a tip
 * has a fresh one in any case. `kept` has the ids of the photos that this post brought.
 *
 * Photos of tips are kept apart. Where `extra.kind` names what the form is for, its token must be of that sort; else the
 * token itself tells.
 */
export async function readFormWithPhotos<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  extra: Record<string, unknown> = {},
): Promise<ReadForm<z.output<Schema>> & { kept: string[] }> {
  const { texts, files } = await receive(request)
  try {
    const { refusedPhoto: _, ...posted } = remember(request, valuesOf(texts))
    const { formToken = '', ...rest } = posted
    const sealed = extra.kind === undefined ? await isOfTipForm(formToken) : extra.kind === 'tip'
    const isOurs = await stillCounts(formToken, sealed)
    const isNeeded = files.length > 0 || extra.kind === 'tip'
    const token = isOurs ? formToken : isNeeded ? await freshFormToken(sealed) : undefined
    const form = checkForm(posted, schema, extra)
    const values: Record<string, string> = token ? { ...rest, formToken: token } : rest

    const photos = sealed ? sealedPhotos : plainPhotos
    const { kept, refused } = await keepAll(files, (file) => photos.keep(token ?? '', () => file.read()))
    if (isOurs && values.removePhoto) await photos.remove(formToken, values.removePhoto)
    const onlyPhotos = values.removePhoto !== undefined || values.keepPhotos !== undefined
    const errors = {
      ...(onlyPhotos ? {} : form.errors),
      ...(files.length > 0 && !isOurs ? { form: 'stale-form' } : {}),
      ...(refused[0] ? { photos: refused[0].code } : {}),
    }
    if (refused.length > 0) values.refusedPhoto = refused.map(({ name, code }) => `${code} ${name}`).join('\n')
    const isWhole = form.input !== undefined && !onlyPhotos && Object.keys(errors).length === 0
    return isWhole ? { input: form.input, values, errors, kept } : { values, errors, kept }
  } finally {
    for (const received of files) if ('file' in received) await received.file.close()
  }
}

/** The texts of such a form alone, where nothing of it is to be kept: photos that come with it are thrown away. */
export async function readTexts(request: Request): Promise<Record<string, string>> {
  const { texts, files } = await receive(request)
  for (const received of files) if ('file' in received) await received.file.close()
  return remember(request, valuesOf(texts))
}

const plainPhotos = { keep: keepPhoto, remove: removePhoto }
const sealedPhotos = { keep: keepTipPhoto, remove: removeTipPhoto }

async function receive(request: Request): Promise<Received> {
  if (/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) return readMultipart(request)
  const texts = (await fieldsOf(request)).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  return { texts, files: [] }
}

/** Keeps one photo after the other, in the order they were chosen; tells which were refused, and why. */
async function keepAll(files: ReceivedFile[], keep: (file: SealedFile) => ReturnType<typeof keepPhoto>) {
  const kept: string[] = []
  const refused: { name: string; code: PhotoRefusal }[] = []
  for (const received of files) {
    const result = 'file' in received ? await keep(received.file) : received
    if ('refused' in result) refused.push({ name: shownName(received.name), code: result.refused })
    else kept.push(result.id)
  }
  return { kept, refused }
}

/** The name of a file as it may be shown: short, and without what turns the direction of what follows. */
const shownName = (name: string): string =>
  // eslint-disable-next-line no-control-regex
  name.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').slice(0, 80)
