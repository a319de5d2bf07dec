import type { Point } from './types.ts'

/** Longitudes and latitudes in turn → points. Kept flat in the seed files, since a point a line would fill pages. */
export function points(numbers: number[]): Point[] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!])
}
