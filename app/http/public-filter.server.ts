import { isValidCell } from 'h3-js'
import { z } from 'zod'
import { openKinds } from '#app/domain/submissions/categories.ts'
import { publicCategories, type PublicFilter } from '#app/domain/submissions/published.server.ts'

const ref = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/

const parameters = z.object({
  area: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  category: z.enum(publicCategories).optional().catch(undefined),
  kind: z.enum(openKinds).optional().catch(undefined),
  cell: z.string().refine(isValidCell).optional().catch(undefined),
  after: z.string().regex(ref).optional().catch(undefined),
})

/** What an address asks of a public list; what makes no sense is left out. */
export function publicFilter(request: Request): { filter: PublicFilter; after: string | undefined } {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const { after, ...filter } = parameters.parse(asked)
  return { filter, after }
}
