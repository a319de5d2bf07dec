import { data } from '@remix-run/node'
import type { z } from 'zod'
import { refusals, type Refused } from '#app/domain/refusals.ts'

/** What a form shows again: what was typed, and one code per field that is wrong (a key of the catalogue `errors`). */
export type FormReply = { values: Record<string, string>; errors: Record<string, string> }
/** `from` is what the address says of where she came from. */
export type ReadForm<Input> = FormReply & { input?: Input; from?: string | undefined }

/**
 * Reads and checks a posted form. Fields that may be chosen several times come as a comma-separated list. `extra`
 * holds what the address says and the form does not.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  extra: Record<string, unknown> = {},
): Promise<ReadForm<z.output<Schema>>> {
  const form = checkForm(remember(request, valuesOf(await fieldsOf(request))), schema, extra)
  return { ...form, from: new URL(request.url).searchParams.get('from') ?? undefined }
}

/** More fields than any form of ours has. */
export const mostFields = 300

/**
 * The fields that were posted, in their order. Answers 415 to a body that is no form, 400 to one that is not well formed
 * or breaks off, and 413 to more fields than any form of ours has.
 */
export async function fieldsOf(request: Request): Promise<[name: string, value: unknown][]> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    throw new Response(null, { status: 415 })
  }
  const form = await request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
  const fields = [...form]
  if (fields.length > mostFields) throw new Response(null, { status: 413 })
  return fields
}

const read = new WeakMap<Request, Record<string, string>>()

/** Remembers what was posted for as long as its request lives, and gives it back. */
export function remember(request: Request, values: Record<string, string>): Record<string, string> {
  read.set(request, values)
  return values
}

/** What was posted with a request, read before or not; undefined when it broke off while it was read. */
export async function postedWith(request: Request): Promise<Record<string, string> | undefined> {
  const values = read.get(request)
  return values || request.bodyUsed ? values : valuesOf(await fieldsOf(request))
}

/** The texts of a form by their names; what is no text is left out. */
export function valuesOf(entries: [name: string, value: unknown][]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue
    const text = value.replaceAll('\0', '')
    values[name] = Object.hasOwn(values, name) ? `${values[name]},${text}` : text
  }
  return values
}

/** Checks what `valuesOf` gave, as `readForm` does. */
export function checkForm<Schema extends z.ZodType>(
  values: Record<string, string>,
  schema: Schema,
  extra: Record<string, unknown> = {},
): ReadForm<z.output<Schema>> {
  const parsed = schema.safeParse({ ...values, ...extra })
  if (parsed.success) return { input: parsed.data, values, errors: {} }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message
  return { values, errors }
}

/** The answer to a form that is wrong: it is shown again with everything kept, status 422. */
export const invalid = (form: FormReply) => data({ values: form.values, errors: form.errors }, { status: 422 })

/** The same, for a refusal of the portal that belongs to one field. */
export const invalidField = (form: FormReply, field: string, code: string) =>
  invalid({ values: form.values, errors: { [field]: code } })

/** The answer to a form that the portal refuses as a whole: it is shown again with everything kept, and why. */
export const refusedForm = (form: FormReply, { refused }: Refused) =>
  data({ values: form.values, errors: form.errors, refused }, { status: refusals[refused] })
