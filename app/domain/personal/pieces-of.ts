import { findPersonal } from './find-personal.ts'
import type { PersonalKind } from './spans.ts'

/** A piece of a text, and what it looks like when it may point out a person. */
export type Piece = { text: string; kind?: PersonalKind }

/** A text in pieces, so that what may point out a person can be marked; put together, they are the text. */
export function piecesOf(text: string, known: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let last = 0
  for (const { start, end, kind } of findPersonal(text, known)) {
    if (start > last) pieces.push({ text: text.slice(last, start) })
    pieces.push({ text: text.slice(start, end), kind })
    last = end
  }
  return last < text.length ? [...pieces, { text: text.slice(last) }] : pieces
}
