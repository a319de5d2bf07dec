import type { HeldReason } from '#db/schema/submissions.ts'
import { formTokenAge } from '#app/sealing/form-tokens.ts'
import { locate } from '../areas/locate.server.ts'
import { secondsToWait, type Limit } from '../records/limits.server.ts'

/** A form that comes back sooner than a person can write, in milliseconds. */
const soonest = 3000

type Posted = {
  /** The field that no person sees; only a machine fills it. */
  website?: string | undefined
  formToken: string
  /** Who sends it: the keyed hash of the day (`visitorHash`), never an address. */
  visitor: string
  areaCode?: string | undefined
  place?: string | undefined
  lat?: number | undefined
  lon?: number | undefined
}

/**
 * Why a submission is to be looked at more closely before others are told of it; none for most. It counts what comes
 * from one visitor and in one area, and never refuses: a whole house may share one address. Call it once for each
 * posted form, with what was chosen of the place.
 */
export async function heldReasons(posted: Posted, now = Date.now()): Promise<HeldReason[]> {
  const location = await locate(posted)
  const caught: Partial<Record<HeldReason, boolean>> = {
    ...signsOfMachine(posted, now),
    'many-from-one-visitor': await isPassed('submissions of visitor', posted.visitor),
    'many-in-area': 'areaCode' in location && (await isPassed('submissions in area', location.areaCode)),
  }
  return (Object.keys(caught) as HeldReason[]).filter((reason) => caught[reason])
}

/** The reasons that lie in the form itself, for which nothing is counted. */
export const signsOfMachine = (
  { website = '', formToken }: Pick<Posted, 'website' | 'formToken'>,
  now = Date.now(),
) => ({
  honeypot: website.trim() !== '',
  'too-fast': formTokenAge(formToken, now) < soonest,
})

const isPassed = async (limit: Limit, key: string): Promise<boolean> => (await secondsToWait(limit, key)) > 0
