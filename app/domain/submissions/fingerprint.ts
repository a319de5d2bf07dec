import { createHmac } from 'node:crypto'
import type { QuestionAnswer } from '#db/schema/submissions.ts'

/** Everything that was received in one submission, and nothing that is decided later. */
export type Received = {
  ref: string
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
 * HMAC-SHA-256, in hexadecimal, of what was received, written as one JSON array in UTF-8 without spaces: reference, kind,
 * category, body, area code, latitude, longitude, place, place note, the answers as [question, [values]], and the SHA-256
 * of each photo; null where nothing was given. Without the portal's key nobody can try out what a short text may have
 * been; and as the reference is in it, neither can who sends in a guess and looks at the proof of that.
 */
export function fingerprintOf(key: Uint8Array, received: Received): string {
  const { ref, kind, category, body, areaCode, lat, lon, place, placeNote, answers, photos } = received
  const given = answers.map(({ question, values }) => [question, values])
  const ordered = [ref, kind, category, body, areaCode, lat, lon, place, placeNote, given, photos]
  return createHmac('sha256', key).update(JSON.stringify(ordered)).digest('hex')
}
