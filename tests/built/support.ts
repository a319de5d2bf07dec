import bcd, {
  type CompatStatement,
  type Identifier,
  type SimpleSupportStatement,
} from '@mdn/browser-compat-data' with { type: 'json' }

/** The oldest browsers that the portal is built for. */
const oldest = { chrome: '100', safari: '15.4' } as const

const isAtMost = (version: string, limit: string) => {
  const [major = 0, minor = 0] = version.replace('≤', '').split('.').map(Number)
  const [majorLimit = 0, minorLimit = 0] = limit.split('.').map(Number)
  return major < majorLimit || (major === majorLimit && minor <= minorLimit)
}

/** True when the browser has it under its own name, without a switch, and has not given it up. */
function has(statement: SimpleSupportStatement, limit: string): boolean {
  const { version_added, version_removed, flags, prefix, alternative_name } = statement
  if (flags || prefix || alternative_name) return false
  if (typeof version_removed === 'string' && isAtMost(version_removed, limit)) return false
  return typeof version_added === 'string' && version_added !== 'preview' && isAtMost(version_added, limit)
}

/** The oldest browsers that lack a feature: `chrome 100`. */
function lackedBy({ support }: CompatStatement): string[] {
  return Object.entries(oldest).flatMap(([browser, limit]) => {
    const statements = [support[browser as keyof typeof oldest] ?? []].flat()
    return statements.some((statement) => has(statement, limit)) ? [] : [`${browser} ${limit}`]
  })
}

/** Who lacks the feature at this place of the data: `css.properties.translate`; undefined when nobody does. */
export function lacks(...path: string[]): string | undefined {
  const found = path.reduce<Identifier | undefined>((at, part) => own(at, part), bcd as unknown as Identifier)
  const lacking = found?.__compat ? lackedBy(found.__compat) : []
  return lacking.length > 0 ? `${path.join('.')} (${lacking.join(', ')})` : undefined
}

const own = (at: Identifier | undefined, part: string) =>
  at && Object.hasOwn(at, part) ? (at[part] as Identifier) : undefined

/**
 * The features below a place of the data that the oldest browsers lack, by name, where nothing older has the name. Of a
 * thing that is lacking itself the members are left out: nobody gets to them without it.
 */
export function youngNamesBelow(...path: string[]): Map<string, string> {
  const features = [...featuresBelow(path)]
  const older = new Set(features.filter(({ lacking }) => !lacking).map((feature) => feature.path.at(-1)!))
  const young = features.filter((feature) => feature.lacking && !older.has(feature.path.at(-1)!))
  return new Map(young.map((feature) => [feature.path.at(-1)!, lacks(...feature.path)!] as const))
}

function* featuresBelow(path: string[]): Generator<{ path: string[]; lacking: boolean }> {
  const start = path.reduce<Identifier | undefined>((at, part) => own(at, part), bcd as unknown as Identifier)
  for (const name of Object.keys(start ?? {}).filter((key) => key !== '__compat')) {
    const compat = own(start, name)?.__compat
    const lacking = compat !== undefined && lackedBy(compat).length > 0
    if (compat) yield { path: [...path, name], lacking }
    if (!lacking) yield* featuresBelow([...path, name])
  }
}
