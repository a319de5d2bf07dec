import { addresses } from './addresses.ts'
import { names } from './names.ts'
import { numbers } from './numbers.ts'
import { personalKinds, withPlainDigits, type Span } from './spans.ts'

/**
 * Every passage of a text that looks as if it pointed out a person, by rules alone: numbers of persons and organisations
 * and what is like them, telephone numbers, number plates, mail and street addresses, and names. They come in their order
 * and do not overlap. `known` are the names of places and organisations, in lower case: they are no names of persons. A
 * rule sees neither everything nor only what matters; a person looks.
 */
export function findPersonal(text: string, known: ReadonlySet<string>): Span[] {
  const plain = withPlainDigits(text)
  return apart([...numbers(plain), ...addresses(plain), ...names(text, known)])
}

const rank = ({ kind }: Span): number => personalKinds.indexOf(kind)

/** Passages that share a place become one, of the kind that comes first, so that nothing of either is left unmarked. */
function apart(spans: Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.sort((one, other) => one.start - other.start || other.end - one.end)) {
    const before = kept.at(-1)
    if (!before || span.start >= before.end) {
      kept.push(span)
      continue
    }
    before.end = Math.max(before.end, span.end)
    if (rank(span) < rank(before)) before.kind = span.kind
  }
  return kept
}
