import { z } from 'zod'
import { childReportReceivers } from '#db/schema/child-reports.ts'

/** When a report of concern about a child was made, and to whom. There is no free text: no name can be written into it. */
export const childReportInput = z.object({
  reportedOn: z.string('missing').min(1, 'missing').pipe(z.iso.date('not-valid')),
  receiver: z.enum(childReportReceivers, 'missing'),
})

export type ChildReportInput = z.output<typeof childReportInput>
