import { createHash } from 'node:crypto'

/** A mark of what a list holds now, in whatever order, by which a later writing can tell whether it has changed. */
export const markOfList = (list: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...list].sort()))
    .digest('base64url')
    .slice(0, 16)
