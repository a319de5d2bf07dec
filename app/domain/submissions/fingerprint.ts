import { createHash } from 'node:crypto'
import type { QuestionAnswer } from '#db/schema/submissions.ts'

/** Everything that was received in one submission, and nothing that is decided later. */
export type Received = {
  kind: string
  category: string
  body: string
  areaCode: string
  lat: number | null
  lon: number | null
  place: string | null
  placeNote: string
  answers: QuestionAnswer[]
  /** SHA-256 of each photo as it was received, in the order they were sent. */
  photos: string[]
}

/**
 * SHA-256, in hexadecimal, of what was received, written as one JSON array in UTF-8 without spaces: kind, category, body,
 * area code, latitude, longitude, place, place note, the answers as [question, [values]], and the SHA-256 of each photo;
 * null where nothing was given. The same content gives the same fingerprint on any machine.
 */
export function fingerprintOf(received: Received): string {
  const { kind, category, body, areaCode, lat, lon, place, placeNote, answers, photos } = received
  const given = answers.map(({ question, values }) => [question, values])
  const ordered = [kind, category, body, areaCode, lat, lon, place, placeNote, given, photos]
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex')
}
