import type { QueueView } from './queue-view.server.ts'

type Row = QueueView['rows'][number] & {
  /** It stands here no more: somebody has moved it on. */
  gone?: boolean
}
export type LiveQueue = Omit<QueueView, 'rows' | 'heldRows'> & { rows: Row[]; heldRows: Row[] }

/**
 * The queue as it is shown, with what has changed since: every row stays in its place and says how its case stands now,
 * the counts are those of now, and how many are new is counted, not shown.
 */
export function liveQueue(shown: QueueView, now: QueueView): { view: LiveQueue; fresh: number } {
  const [before, after] = [allOf(shown), allOf(now)]
  const isShown = new Set(before.map(({ ref }) => ref))
  const byRef = new Map(after.map((row) => [row.ref, row]))
  const last = before.findLastIndex(({ ref }) => byRef.has(ref))
  // What has slid over the edge of the page is not gone, nor is what slid in over it new.
  const isGone = (ref: string) => !byRef.has(ref) && (!now.next || before.findIndex((row) => row.ref === ref) < last)
  const end = after.findLastIndex(({ ref }) => isShown.has(ref))
  const fresh = after.filter(({ ref }, index) => !isShown.has(ref) && (!shown.next || index < end))
  const rows = (of: Row[]): Row[] => of.map((row) => ({ ...(byRef.get(row.ref) ?? row), gone: isGone(row.ref) }))
  const { tabs, found, heldFound, cut } = now
  return {
    view: { ...shown, tabs, found, heldFound, cut, rows: rows(shown.rows), heldRows: rows(shown.heldRows) },
    fresh: fresh.length,
  }
}

const allOf = ({ rows, heldRows }: QueueView): Row[] => [...rows, ...heldRows]
