import { findStaffOfSession } from '../staff/queries.server.ts'
import { changedFor } from './changed-for.server.ts'
import { watching, type Watcher } from './watchers.server.ts'

/** How long changes are gathered before anybody is told, in milliseconds: many of them come together. */
export const gathering = 400

/**
 * Hears from the database that a submission has changed, `words` being its id and whom alone it concerns; without words,
 * that anything may have. A little later everybody who watches is told of what she sees, and nobody of anything else.
 */
export function tellOfChange(words?: string): void {
  const [id, organisation] = words?.split(' ') ?? []
  if (id) watching.changed.set(words!, { id, organisation })
  else watching.missed = true
  if (watching.ended || watching.watchers.size === 0) return forget()
  watching.due ??= setTimeout(() => void tellAll(), gathering).unref()
}

function forget(): void {
  watching.changed.clear()
  watching.missed = false
}

async function tellAll(): Promise<void> {
  const { watchers, changed, missed } = watching
  const changes = [...changed.values()]
  forget()
  // Whoever cannot be asked about is let go: her page comes again by itself.
  for (const watcher of watchers) {
    await tell(watcher, async (staff) => (missed ? [] : nothingOf(await changedFor(staff, changes)))).catch(() =>
      watcher.end(),
    )
  }
  watching.due = changed.size > 0 || watching.missed ? setTimeout(() => void tellAll(), gathering).unref() : undefined
}

const nothingOf = (refs: string[]): string[] | undefined => (refs.length > 0 ? refs : undefined)

type Asked = (staff: NonNullable<Awaited<ReturnType<typeof findStaffOfSession>>>) => Promise<string[] | undefined>

async function tell(watcher: Watcher, ask: Asked): Promise<void> {
  const staff = await findStaffOfSession(watcher.sessionId)
  if (!staff) return watcher.end()
  const refs = await ask(staff)
  if (refs) watcher.tell(refs)
}
