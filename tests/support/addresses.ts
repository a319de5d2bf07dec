import { basename } from 'node:path'
import { filesLike, textOf } from '../architecture/source.ts'

export type Address = {
  /** The file of the route, without its folder. */
  file: string
  /** The address, with `$name` where something varies. */
  pattern: string
  takesPosts: boolean
}

/** Every address that a file in app/routes answers. */
export function allAddresses(): Address[] {
  return filesLike('app/routes/*.{ts,tsx}').map((path) => {
    const text = textOf(path)
    const takesPosts = /export (async function|function|const) action\b|export \{[^}]*\baction\b/.test(text)
    return { file: basename(path), pattern: patternOf(basename(path)), takesPosts }
  })
}

/** What the name of a route's file says: dots are slashes but in brackets, and some parts are no part of the address. */
function patternOf(file: string): string {
  const dot = '\u0000'
  const parts = file
    .replace(/\.tsx?$/, '')
    .replaceAll('[.]', dot)
    .split('.')
    .filter((part) => part !== '_index' && !part.startsWith('_'))
    .map((part) => part.replace(/_$/, '').replaceAll(dot, '.'))
  return `/${parts.join('/')}`
}

/** An address with its variables put in; one that is not given is `zq7`. */
export const addressWith = (pattern: string, values: Record<string, string>): string =>
  pattern.replace(/\$(\w*)/g, (_, name: string) => encodeURIComponent(values[name] ?? 'zq7'))
