import { z } from 'zod'
import { requiredText } from '../submissions/input.server.ts'
import { queueFilter } from '../submissions/queue-filter.server.ts'
import { viewNameLimit } from './limits.ts'

/** The filters of the queue without the place in it; what is not understood is left out. */
export const viewFilter = queueFilter.omit({ after: true, before: true, at: true })

const inAddress = z
  .string('not-valid')
  .max(5000, 'not-valid')
  .transform((query) => viewFilter.parse(Object.fromEntries(new URLSearchParams(query))))

const named = {
  name: requiredText(viewNameLimit).transform((name) => name.replace(/\s+/g, ' ')),
  shared: z
    .string('not-valid')
    .optional()
    .transform((ticked) => ticked === 'yes'),
}

/** The form that saves a view: its name, whether it is shared, and the filter as it stands in the address. */
export const viewInput = z.object({ ...named, filter: inAddress })

/** The form that names a view anew, and shares it or no longer. */
export const changedViewInput = z.object(named)

export type ViewInput = z.output<typeof viewInput>
export type ChangedViewInput = z.output<typeof changedViewInput>
