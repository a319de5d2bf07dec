type Way = { to: string; /** How addresses begin that belong to it, too. */ also?: string | undefined }

/**
 * How the page at `path` stands to one of the `ways` of the head: it is that page, or it lies below it ('true'), or
 * neither. Below several it belongs to the longest. `start` has everything below it, so it is only itself.
 */
export function currentWay(path: string, way: Way, { ways, start }: { ways: readonly Way[]; start: string }) {
  if (path === way.to) return 'page' as const
  const lengthOf = ({ to, also }: Way) =>
    Math.max(...[to === start ? '' : `${to}/`, also ?? ''].map((one) => (path.startsWith(one) ? one.length : 0)))
  const longest = Math.max(...ways.map((one) => (one.to === path ? path.length + 1 : lengthOf(one))))
  return longest > 0 && lengthOf(way) === longest ? ('true' as const) : undefined
}
