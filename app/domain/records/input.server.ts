import { z } from 'zod'
import { disposalTargets } from '#db/schema/records.ts'
import { categories, channels, kinds, statuses } from '#db/schema/submissions.ts'
import { requiredText } from '../submissions/input.server.ts'
import { titleLimit } from '../submissions/limits.ts'

/** The fields of the forms about secrecy; each message is a key of the catalogue. */
export const secrecyInput = z.object({ what: requiredText(titleLimit), law: requiredText(titleLimit) })

export const liftSecrecyInput = z.object({ mark: z.uuid('not-valid') })

const decisionLimit = 60

/** The forms on the page about disposal: a new rule, or what is done with one. */
export const disposalInput = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('add'),
    target: z.enum(disposalTargets, 'missing'),
    kind: z.enum(['concern', 'idea'], 'missing'),
    afterDays: z
      .string('missing')
      .trim()
      .min(1, 'missing')
      .regex(/^[1-9]\d{0,4}$/, 'not-a-number')
      .transform(Number),
    decision: requiredText(decisionLimit),
  }),
  z.object({ verb: z.literal('approve'), rule: z.uuid('not-valid'), sure: z.literal('yes', 'not-sure') }),
  z.object({ verb: z.literal('end'), rule: z.uuid('not-valid') }),
])

export type DisposalInput = z.output<typeof disposalInput>

/** Several of the same name come as one list, separated by commas. */
const names = z
  .string()
  .max(200_000)
  .default('')
  .transform((text) => text.split(',').filter(Boolean))

const wordsLimit = 20_000

/** What of a case is masked or left out when it is given out. */
export const disclosureInput = z.object({
  mask: names,
  leaveOut: names,
  seen: z.string().max(200_000),
  /** One to a line. */
  words: z
    .string()
    .max(wordsLimit, 'too-long')
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ]),
})

const day = z.iso.date().optional().catch(undefined)

/** What the register is narrowed by, in the address of its page; what is not understood is left out. */
export const registerFilter = z.object({
  year: z.coerce.number().int().min(2000).max(2999).optional().catch(undefined),
  from: day,
  to: day,
  kind: z.enum(kinds).optional().catch(undefined),
  category: z.enum(categories).optional().catch(undefined),
  channel: z.enum(channels).optional().catch(undefined),
  status: z.enum(statuses).optional().catch(undefined),
  secrecy: z.literal('yes').optional().catch(undefined),
  /** The number that the page begins after: `2026-123`. */
  before: z
    .string()
    .regex(/^\d{4}-\d{1,9}$/)
    .optional()
    .catch(undefined),
})

export type RegisterFilter = z.output<typeof registerFilter>
