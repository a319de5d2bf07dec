import type { Tx } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { hitsInQueue } from './hits-in-queue.server.ts'
import type { Asked } from './queue-conditions.server.ts'
import type { QueuePlace } from './queue-place.ts'
import { placesInQueue } from './queue-places.server.ts'
import { byIndexAlone } from './queue-streams.server.ts'

type Beside = { asked: Asked; at: QueuePlace; length: number }

/**
 * The places next before and next after a place in a filtered queue, in the order of the queue and at most `length` of
 * each; the place itself need not be taken any more. Asks for no more than it gives, however long the queue is.
 */
export async function placesBeside(tx: Tx, staff: Staff, { asked, at, length }: Beside) {
  const beside = [
    { ...asked, before: at, after: undefined },
    { ...asked, before: undefined, after: at },
  ]
  const { q } = asked
  await byIndexAlone(tx)
  const [before = [], after = []] = await Promise.all(
    beside.map(async (one) => {
      const page = q ? hitsInQueue(tx, staff, { ...one, q }) : placesInQueue(tx, staff, one, length)
      return (await page).places
    }),
  )
  return { before: before.slice(-length), after: after.slice(0, length) }
}
