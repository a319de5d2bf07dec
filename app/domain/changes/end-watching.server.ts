import { watching } from './watchers.server.ts'

/** Ends all watching in this process, for good: it is being stopped, and no answer may stay open. */
export async function endWatching(): Promise<void> {
  watching.ended = true
  clearTimeout(watching.due)
  for (const watcher of watching.watchers) watcher.end()
  watching.watchers.clear()
}
