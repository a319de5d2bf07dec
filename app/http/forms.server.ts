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
  const posted = await request.formData()
  const values: Record<string, string> = {}
  for (const name of new Set(posted.keys())) {
    values[name] = posted
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .join(',')
      .replaceAll('\0', '')
  }
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
