import { liveQueue, type LiveQueue } from './live-queue.ts'
import type { QueueView } from './queue-view.server.ts'
import { useAside } from './use-aside.ts'
import { useLive } from './use-live.ts'

/** The queue as it is shown, kept up to date in its place, and how many are new since. */
export function useLiveQueue(shown: QueueView): { view: LiveQueue; fresh: number } {
  const { now, read } = useAside('queue', shown)
  useLive(() => read())
  return now ? liveQueue(shown, now) : { view: shown, fresh: 0 }
}
