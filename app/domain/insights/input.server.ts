import { z } from 'zod'
import { authorities } from '#db/schema/staff.ts'
import { categories } from '#db/schema/submissions.ts'
import { writtenLanguages } from '../submissions/written-languages.ts'

/** How many weeks back figures can be asked for. */
export const periods = [4, 12, 26, 52] as const

/** What the address says that figures are narrowed by; what it says wrongly is not said. */
export const insightsFilter = z.object({
  weeks: z.coerce.number().pipe(z.literal(periods)).catch(12),
  authority: z.enum(authorities).optional().catch(undefined),
  area: z
    .string()
    .regex(/^\d{3}$/)
    .optional()
    .catch(undefined),
  category: z.enum(categories).optional().catch(undefined),
  language: z.enum(writtenLanguages).optional().catch(undefined),
})
export type InsightsFilter = z.output<typeof insightsFilter>
