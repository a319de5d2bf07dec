/** The steps of an axis from 0 to at least `most`: at most five, at round numbers. */
export function axisSteps(most: number): number[] {
  const least = Math.max(most, 4) / 4
  const size = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].map((one) => one * size).find((one) => one >= least)!
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, n) => n * step)
}

/** Which of so many places along an axis carry a name: at most `room`, the last one always. */
export function namedPlaces(count: number, room: number): number[] {
  const every = Math.max(1, Math.ceil(count / room))
  return Array.from({ length: count }, (_, n) => n).filter((n) => (count - 1 - n) % every === 0)
}
