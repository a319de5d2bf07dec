import { photosPerForm, type PhotoRefusal } from './limits.ts'

/** A photo that waits for its form, with its size in pixels. */
export type Kept = { id: string; width: number; height: number }

/** Where a photo comes in order; or the one that it is already, or the refusal of one more than a form may carry. */
export function placeAmong(
  waiting: readonly (Kept & { digest: string; position: number })[],
  digest: string,
): number | Kept | { refused: PhotoRefusal } {
  const same = waiting.find((one) => one.digest === digest)
  if (same) return { id: same.id, width: same.width, height: same.height }
  if (waiting.length >= photosPerForm) return { refused: 'too-many-photos' }
  return Math.max(-1, ...waiting.map(({ position }) => position)) + 1
}
