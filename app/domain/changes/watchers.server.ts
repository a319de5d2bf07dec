import { once } from '#db/once.server.ts'

/** Somebody who has a page open and is told when what she sees changes, for as long as her session lasts. */
export type Watcher = {
  sessionId: string
  /** The references of what has changed; none when anything may have. */
  tell: (refs: string[]) => void
  end: () => void
}

/**
 * A submission that has changed, and whom alone it concerns, if it is not everybody who reads what was written: an
 * organisation, or with a star those whose authority has received it.
 */
export type Change = { id: string; organisation?: string | undefined }

export const receivers = '*'

/** Who watches in this process, and what has changed since they were last told. */
export const watching = once('watching', () => ({
  watchers: new Set<Watcher>(),
  changed: new Map<string, Change>(),
  /** Notices may have been missed. */
  missed: false,
  due: undefined as ReturnType<typeof setTimeout> | undefined,
  ended: false,
}))
