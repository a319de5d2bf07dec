import { z } from 'zod'
import { templateUses } from '#db/schema/templates.ts'
import { categories, statuses } from '#db/schema/submissions.ts'
import type { Translated } from '#db/schema/shared.ts'
import { freeText, requiredText } from '../submissions/input.server.ts'
import { bodyLimit, titleLimit } from '../submissions/limits.ts'
import { unknownPlaceholders } from './placeholders.ts'

const orAny = <const Value extends string>(values: readonly Value[]) =>
  z
    .string('not-valid')
    .optional()
    .refine((value) => !value || (values as readonly string[]).includes(value), 'not-valid')
    .transform((value) => (value ? (value as Value) : null))

const withKnownPlaceholders = (text: string) => unknownPlaceholders(text).length === 0

/** The form of a template: its texts are `body.sv` and so on. Swedish must be there; a placeholder must be a known one. */
export const templateInput = (tags: readonly string[]) =>
  z
    .object({
      use: z.enum(templateUses, 'missing'),
      name: requiredText(titleLimit),
      category: orAny(categories),
      status: orAny(statuses),
      seen: z.string('not-valid').max(50, 'not-valid').default(''),
      ...Object.fromEntries(tags.map((tag) => [`body.${tag}`, bodyIn(tag)])),
    })
    .transform(({ use, name, category, status, seen, ...fields }) => {
      const written = tags.map((tag) => [tag, (fields as Record<string, string>)[`body.${tag}`] ?? ''] as const)
      const body = Object.fromEntries(written.filter(([, text]) => text !== '')) as Translated
      return { use, name, category, status, body, seen }
    })

export type TemplateInput = z.output<ReturnType<typeof templateInput>>

const bodyIn = (tag: string) =>
  (tag === 'sv' ? requiredText(bodyLimit) : freeText(bodyLimit).default('')).refine(
    withKnownPlaceholders,
    'unknown-placeholder',
  )
