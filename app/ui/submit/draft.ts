import type { Values } from './form-parts.ts'

const prefix = 'nordost-draft-'
const lifetime = 24 * 60 * 60 * 1000

/** Fields that are no part of what was said. */
const leftOut = ['step', 'go', 'asked', 'website', 'photos']

/** The page is being left for good: nothing more is kept, whatever is typed or comes to an end. */
let closed = false

type Draft = { savedAt: number; values: Values }

/** What was kept on this device for a kind of form, at most a day ago; undefined when there is nothing. */
export function readDraft(kind: string, now = Date.now()): Values | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(prefix + kind) ?? 'null') as Draft | null
    if (!draft) return undefined
    if (now - draft.savedAt < lifetime) return draft.values
    forgetDraft()
  } catch {
    // A browser that keeps nothing, or something that is no draft.
  }
  return undefined
}

/** Keeps what is typed on this device. Called only after the person has said yes. */
export function keepDraft(kind: string, values: Values, now = Date.now()): void {
  if (closed) return
  const kept = Object.fromEntries(Object.entries(values).filter(([name, value]) => value && !leftOut.includes(name)))
  try {
    localStorage.setItem(prefix + kind, JSON.stringify({ savedAt: now, values: kept } satisfies Draft))
  } catch {
    // A browser that keeps nothing.
  }
}

/** Forgets everything that was kept. */
export function forgetDraft(): void {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing.
  }
}

/** Forgets everything that this site has kept on the device, and keeps nothing more on this page. */
export function forgetForGood(): void {
  closed = true
  try {
    localStorage.clear()
    sessionStorage.clear()
  } catch {
    // A browser that keeps nothing.
  }
}
