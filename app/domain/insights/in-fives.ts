/** Every figure that is shown stands for this many counts: 10 means 10, 11, 12, 13 or 14. */
const step = 5

/**
 * A count as it may be shown: rounded down to a multiple of five, and null for fewer than five. So also the difference of
 * two figures that are shown is uncertain by four to each side, and never tells a count that is hidden.
 */
export const inFives = (count: number): number | null => (count < step ? null : Math.floor(count / step) * step)

/** A share of a whole in whole percent, told from figures that are shown; null where too few would carry it. */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole < 4 * step ? null : Math.round((100 * part) / whole)
