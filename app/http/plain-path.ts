/** The path as routes are found by it: whatever its letters are written as, and without what asks for data only. */
export function plainPath(pathname: string): string {
  const segments = pathname.split('/').map((segment) => {
    try {
      return decodeURIComponent(segment)
    } catch {
      return segment
    }
  })
  return segments
    .join('/')
    .toLowerCase()
    .replace(/\.data$/, '')
}
