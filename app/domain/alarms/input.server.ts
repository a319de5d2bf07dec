import { z } from 'zod'
import { authorities } from '#db/schema/staff.ts'

/** How many addresses a duty desk has at most. */
const most = 10
const address = z.email()

/** The form that says where those on duty are mailed: one address to a line. */
export const dutyDeskInput = z.object({
  authority: z.enum(authorities, 'not-valid'),
  addresses: z
    .string('missing')
    .max(2000, 'too-long')
    .transform((text) => [
      ...new Set(
        text
          .split(/[\s,;]+/)
          .map((one) => one.trim().toLowerCase())
          .filter(Boolean),
      ),
    ])
    .refine((all) => all.every((one) => address.safeParse(one).success), 'not-an-address')
    .refine((all) => all.length <= most, 'too-long'),
  seen: z.string('not-valid').max(50, 'not-valid').default(''),
})
