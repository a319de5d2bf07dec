import { basename } from 'node:path'

export type Route = { loader?: unknown; action?: unknown }

/** The routes that were found by `import.meta.glob`, by the names of their files. */
export const routesIn = (files: Record<string, Route>): { name: string; route: Route }[] =>
  Object.entries(files).map(([path, route]) => ({ name: basename(path).replace(/\.tsx?$/, ''), route }))

/** The parameters of the address of a route. `*` is the rest of an address that leads nowhere. */
export const parametersOf = (name: string): string[] =>
  [...name.matchAll(/\$([a-zA-Z]*)/g)].map(([, given]) => given || '*')

/** The address of a route, by the name of its file. */
export function pathOfRoute(name: string, params: Record<string, string>): string {
  const path = name
    .replace(/_(?=\.|$)/g, '')
    .replace(/\.?_index$/, '')
    .replaceAll('[.]', '\0')
    .replaceAll('.', '/')
    .replaceAll('\0', '.')
  return `/${path.replace(/\$([a-zA-Z]*)/g, (_, given: string) => params[given || '*']!)}`
}
