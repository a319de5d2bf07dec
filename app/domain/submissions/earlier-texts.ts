import { isDeepStrictEqual } from 'node:util'
import type { Translated } from '#db/schema/shared.ts'

type Shown = { title: Translated | null; body: Translated | null }
type Now = { publicTitle: Translated | null; publicBody: Translated | null }

/** True for a text that the public was shown and may still read, when it is another than the one that stands. */
export const isEarlierText = ({ title, body }: Shown, { publicTitle, publicBody }: Now): boolean =>
  body !== null && !isDeepStrictEqual([title, body], [publicTitle, publicBody])

/**
 * How many texts the public reads again as earlier ones when a case that is not published is. `shown` are those that it
 * was shown, latest first: the latest is no earlier one where it still stands, as it is shown as what it is.
 */
export function textsReadAgain(shown: readonly Shown[], now: Now & { publishedAt: Date | null }): number {
  if (now.publishedAt) return 0
  return shown.filter((text, index) => text.body !== null && (index > 0 || isEarlierText(text, now))).length
}
