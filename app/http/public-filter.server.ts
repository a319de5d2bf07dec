import { getResolution, isValidCell } from 'h3-js'
import { z } from 'zod'
import { isRef } from '#app/domain/is-ref.ts'
import { openKinds } from '#app/domain/submissions/categories.ts'
import { publicCategories, type PublicFilter } from '#app/domain/submissions/published.server.ts'

const parameters = z.object({
  area: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  category: z.enum(publicCategories).optional().catch(undefined),
  kind: z.enum(openKinds).optional().catch(undefined),
  cell: z.string().refine(isValidCell).optional().catch(undefined),
  around: z
    .string()
    .refine((cell) => isValidCell(cell) && [7, 8, 9].includes(getResolution(cell)))
    .optional()
    .catch(undefined),
  after: z.string().refine(isRef).optional().catch(undefined),
})

/** What an address asks of a public list; what makes no sense is left out. */
export function publicFilter(request: Request): { filter: PublicFilter; after: string | undefined } {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const { after, ...filter } = parameters.parse(asked)
  return { filter, after }
}

/** More hexagons than are in sight on a large screen at the level where each holds seven. */
const mostWide = 120

const hexagons = z.object({
  level: z.enum(['8', '9', '10']).transform((level) => Number(level) as 8 | 9 | 10),
  in: z
    .string()
    .max(16 * mostWide)
    .transform((cells) => cells.split(',')),
})

/** What the live map asks for: what lies in wide hexagons, of level 7 or 8. Undefined when it makes no sense. */
export function hexagonsAsked(request: Request): { level: 8 | 9 | 10; wide: string[] } | undefined {
  const { data: asked } = hexagons.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  const wideLevel = asked?.level === 8 ? 7 : 8
  const fits = asked?.in.every((cell) => isValidCell(cell) && getResolution(cell) === wideLevel)
  return asked && fits ? { level: asked.level, wide: asked.in } : undefined
}
