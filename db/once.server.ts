const made = globalThis as unknown as Record<symbol, unknown>

/** Makes a thing once per process, however many copies of the module are loaded; `name` must be unique. */
export function once<Thing>(name: string, make: () => Thing): Thing {
  const key = Symbol.for(`portal.${name}`)
  made[key] ??= make()
  return made[key] as Thing
}

/** Makes a question whose answer does not change while the process runs one that is asked once; a failure is not kept. */
export function askedOnce<Answer>(name: string, ask: () => Promise<Answer>): () => Promise<Answer> {
  return () => {
    const kept = once<{ answer?: Promise<Answer> }>(name, () => ({}))
    kept.answer ??= ask().catch((error: unknown) => {
      delete kept.answer
      throw error
    })
    return kept.answer
  }
}
