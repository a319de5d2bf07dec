import type { Channel } from '#db/schema/submissions.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import type { SubmitInput } from './input.server.ts'
import { submit } from './submit.server.ts'

type Told = {
  channel: Exclude<Channel, 'web'>
  interpretedFrom: string | undefined
  /** Marks seeded rows. */
  example?: boolean
}

/**
 * Takes what a resident has told a member of staff, who wrote it down, and gives the receipt code that is handed over
 * to the resident. The writer gets no more right to it than her role has anyway. Refuses as `submit` does.
 */
export async function enter(
  staff: Staff,
  input: SubmitInput,
  { example = false, ...told }: Told,
): Promise<Refused | { code: string; ref: string }> {
  assertMay(staff, 'submissions.enter')
  return submit(input, { example, entry: { staff, ...told } })
}
