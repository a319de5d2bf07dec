import { data } from '@remix-run/node'
import type { z } from 'zod'

/** What a form shows again: what was typed, and one code per field that is wrong (a key of the catalogue `errors`). */
export type FormReply = { values: Record<string, string>; errors: Record<string, string> }
export type ReadForm<Input> = FormReply & { input?: Input }

/**
 * Reads and checks a posted form. Fields that may be chosen several times come as a comma-separated list. `extra`
 * holds what the address says and the form does not.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  extra: Record<string, unknown> = {},
): Promise<ReadForm<z.output<Schema>>> {
  return checkForm(remember(request, valuesOf([...(await request.formData())])), schema, extra)
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
  return values || request.bodyUsed ? values : valuesOf([...(await request.formData())])
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
