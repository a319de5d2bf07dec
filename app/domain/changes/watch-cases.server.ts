import { watching, type Watcher } from './watchers.server.ts'

/** More than six people with all their pages; and of one session, more than somebody looks at. */
export const mostWatchers = 300
export const mostOfSession = 4

/**
 * From now on a watcher is told when what she sees changes. Gives the function that ends it; undefined when too many
 * watch already, in this process or in her session, or when the process is being stopped.
 */
export function watchCases(watcher: Watcher): (() => void) | undefined {
  const { watchers, ended } = watching
  const own = [...watchers].filter(({ sessionId }) => sessionId === watcher.sessionId)
  if (ended || watchers.size >= mostWatchers || own.length >= mostOfSession) return undefined
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
