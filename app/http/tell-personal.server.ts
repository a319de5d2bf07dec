import { findingsIn } from '#app/domain/personal/findings-in.server.ts'
import { namesOfPlaces } from '#app/domain/personal/names-of-places.server.ts'
import { piecesOf, type Piece } from '#app/domain/personal/pieces-of.ts'
import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'

/** What may point out a person: in what the resident wrote, and in what is written for the public of it. */
export async function tellPersonal({ original, publicTitle, publicBody }: FoundForStaff) {
  return {
    original: await paragraphsOf(original?.body ?? ''),
    saved: await findingsIn([publicTitle, publicBody].filter((text) => text !== null)),
  }
}

/** A text by paragraph, each in pieces, so that what may point out a person can be marked. */
export async function paragraphsOf(text: string): Promise<Piece[][]> {
  const known = await namesOfPlaces()
  return text.split(/\r?\n\s*\n/).map((paragraph) => piecesOf(paragraph, known))
}
