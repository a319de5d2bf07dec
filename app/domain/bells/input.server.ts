import { z } from 'zod'

/** An address to be told at. */
export const bellInput = z.object({
  email: z.string('missing').trim().min(1, 'missing').pipe(z.email('not-an-address').max(254, 'too-long')),
})

/** What the page of a bell posts: yes, or no more mail. */
export const bellVerb = z.object({ verb: z.enum(['confirm', 'stop'], 'missing') })
