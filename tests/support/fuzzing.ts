const number = (name: string, usual: number): number => {
  const said = process.env[name]
  if (said === undefined || said === '') return usual
  if (!/^\d{1,9}$/.test(said)) throw new Error(`${name} must be a whole number`)
  return Number(said)
}

const seed = number('FUZZ_SEED', 4)
const times = Math.max(number('FUZZ_TIMES', 1), 1)

/**
 * How much is tried: the same texts in the same order every time, unless FUZZ_SEED says where else to begin; FUZZ_TIMES
 * as much of it.
 */
export const fuzzing = {
  seed,
  times,
  /** So many tries of a property, beginning where nobody else begins who gives another `of`. */
  tries: (count: number, of = 0) => ({ seed: seed * 10_007 + of, numRuns: count * times, endOnFailure: true }),
}
