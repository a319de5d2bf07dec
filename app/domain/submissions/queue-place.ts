import { isUuid } from '../is-uuid.ts'

/** Where a submission stands in the queue: how urgent it is, its turn among those as urgent, and its id. */
export type QueuePlace = { urgency: number; turn: number; id: string }

const form = /^(\d{1,2})\.(-?\d{1,16})\.([\da-f-]+)$/

/** A place as it stands in an address. */
export const writePlace = ({ urgency, turn, id }: QueuePlace): string => `${urgency}.${turn}.${id}`

/** The place that stands in an address; undefined for what is none. */
export function readPlace(written: string): QueuePlace | undefined {
  const [, urgency, turn, id = ''] = form.exec(written) ?? []
  return isUuid(id) ? { urgency: Number(urgency), turn: Number(turn), id } : undefined
}

/** Less than nothing when the first stands before the other. */
export const comparePlaces = (one: QueuePlace, other: QueuePlace): number =>
  one.urgency - other.urgency || one.turn - other.turn || (one.id < other.id ? -1 : Number(one.id > other.id))
