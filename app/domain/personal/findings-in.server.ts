import { createHash } from 'node:crypto'
import type { Translated } from '#db/schema/shared.ts'
import { namesOfPlaces } from './names-of-places.server.ts'
import { piecesOf } from './pieces-of.ts'
import type { PersonalKind } from './spans.ts'

export type Finding = { kind: PersonalKind; text: string }
/** What may point out a person in texts, each passage once, and a mark of all of it, by which to say that one has looked. */
export type Findings = { mark: string; passages: Finding[] }

/** Looks through texts in all their languages; undefined when there is nothing. */
export async function findingsIn(texts: readonly Translated[]): Promise<Findings | undefined> {
  const known = await namesOfPlaces()
  const pieces = texts.flatMap((text) => Object.values(text)).flatMap((text) => piecesOf(text ?? '', known))
  const passages = pieces.flatMap(({ kind, text }) => (kind ? [{ kind, text }] : []))
  const unique = [...new Map(passages.map((one) => [`${one.kind} ${one.text}`, one])).values()]
  if (unique.length === 0) return undefined
  const listed = unique.map(({ kind, text }) => `${kind} ${text}`).sort()
  const mark = createHash('sha256').update(JSON.stringify(listed)).digest('base64url').slice(0, 16)
  return { mark, passages: unique }
}
