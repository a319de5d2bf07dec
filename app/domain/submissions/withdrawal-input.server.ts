import { z } from 'zod'
import { withdrawalGrounds, type withdrawnParts } from '#db/schema/submissions.ts'
import { requiredText } from './input.server.ts'
import { reasonLimit } from './limits.ts'

/** The form by which a version is withdrawn: which (`answer-2`, `public-text-1`), on what ground, and why. */
export const withdrawalInput = z
  .object({
    which: z
      .string('missing')
      .min(1, 'missing')
      .regex(/^(answer|public-text)-\d{1,4}$/, 'not-valid'),
    ground: z.enum(withdrawalGrounds, 'missing'),
    why: requiredText(reasonLimit),
  })
  .transform(({ which, ground, why }) => ({
    part: which.replace(/-\d+$/, '') as (typeof withdrawnParts)[number],
    ...{ version: Number(which.split('-').at(-1)), ground, reason: why },
  }))

export type Withdrawal = Omit<z.output<typeof withdrawalInput>, 'part'>
