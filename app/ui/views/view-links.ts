import type { viewsForStaff } from '#app/domain/views/views-for-staff.server.ts'
import { addressWith } from '../staff/queue-filters.tsx'

/** The saved views as they are listed: each with the address of the queue that it shows. */
export const listedViews = (views: Awaited<ReturnType<typeof viewsForStaff>>) =>
  views.map(({ filter, staffId: _, ...view }) => ({ ...view, to: addressWith(filter, {}) }))

export type ListedView = ReturnType<typeof listedViews>[number]
