import { z } from 'zod'
import { categories, kinds, messageSenders, statuses } from '#db/schema/submissions.ts'
import { readPlace } from './queue-place.ts'
import { writtenLanguages } from './written-languages.ts'

/** An id, or what a row is called in addresses. */
const rowName = z.string().regex(/^[\w-]{1,100}$/)

const place = z.string().transform((written, context) => {
  const read = readPlace(written)
  if (!read) context.addIssue({ code: 'custom', message: 'not-valid' })
  return read
})

/** How old, at least or at most: by its name in the address, in days. */
export const ages = {
  'up-to-week': { newest: true, days: 7 },
  'over-week': { newest: false, days: 7 },
  'over-month': { newest: false, days: 30 },
  'over-quarter': { newest: false, days: 90 },
} as const
export const ageNames = Object.keys(ages) as (keyof typeof ages)[]

/** By when somebody has to act: before today, today, from today to the end of the week, or by no day. */
export const deadlines = ['overdue', 'today', 'this-week', 'none'] as const

const yesOrNo = ['yes', 'no'] as const
export const lastWords = [...messageSenders, 'nobody'] as const

/** A filter that is not understood is left out. */
const asked = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** The filters in the address of the queue, and from which place on (`after`, or back from `before`) it is shown. */
export const queueFilter = z.object({
  status: z.enum([...statuses, 'open', 'all']).catch('open'),
  /** Words to search for, or a reference. */
  q: asked(z.string().trim().min(1).max(200)),
  kind: asked(z.enum(kinds)),
  category: asked(z.enum(categories)),
  area: asked(rowName),
  workingArea: asked(rowName),
  organisation: asked(rowName),
  assignee: asked(rowName),
  writtenIn: asked(z.enum(writtenLanguages)),
  age: asked(z.enum(ageNames)),
  deadline: asked(z.enum(deadlines)),
  photos: asked(z.enum(yesOrNo)),
  lastWord: asked(z.enum(lastWords)),
  linked: asked(z.enum(yesOrNo)),
  held: asked(z.enum(yesOrNo)),
  after: asked(place),
  before: asked(place),
  /** The place of the row that she comes back to: the page around it is shown. */
  at: asked(place),
})

export type QueueFilter = z.output<typeof queueFilter>

/** The filter in the query of an address of the queue; what is empty asks for nothing. */
export const readFilter = (query: URLSearchParams): QueueFilter =>
  queueFilter.parse(Object.fromEntries([...query].filter(([, value]) => value !== '')))
