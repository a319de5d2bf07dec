import { z } from 'zod'

/** What the sign-in form posts. */
export const signInInput = z.object({
  email: z.string('missing').trim().min(1, 'missing').max(254, 'too-long'),
  password: z.string('missing').min(1, 'missing').max(200, 'too-long'),
})
