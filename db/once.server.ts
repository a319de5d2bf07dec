const made = globalThis as unknown as Record<symbol, unknown>

/** Makes a thing once per process, however many copies of the module are loaded; `name` must be unique. */
export function once<Thing>(name: string, make: () => Thing): Thing {
  const key = Symbol.for(`portal.${name}`)
  made[key] ??= make()
  return made[key] as Thing
}
