import { paths } from '#app/paths.ts'
import { addressWith, caseAddress, type Filter } from './queue-filters.tsx'

type Neighbour = { ref: string; place: string }
type Beside = { previous?: Neighbour | undefined; next?: Neighbour | undefined }

/**
 * Where one can go from a case: back to the queue from which one came, at the same row, and to the cases beside it there.
 * `from` is the query of that queue.
 */
export function caseAddresses(
  ref: string,
  from: string | undefined,
  { filter, beside }: { filter: Filter; beside: Beside },
) {
  const query = from && new URLSearchParams(from).toString()
  return {
    from: query,
    back: query ? `${paths.staffQueue()}?${query}#${rowName(ref)}` : addressWith(filter, {}),
    previous: beside.previous && caseAddress(filter, beside.previous),
    next: beside.next && caseAddress(filter, beside.next),
  }
}

/** What the row of a case is called on the page of the queue. */
export const rowName = (ref: string): string => `case-${ref}`
