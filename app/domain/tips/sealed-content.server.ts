import type { Translated } from '#db/schema/shared.ts'
import type { Category, HeldReason, QuestionAnswer } from '#db/schema/submissions.ts'
import { decrypt, encrypt } from '#app/sealing/envelopes.ts'

/** What a tip says; all of it is sealed. `at` is the moment it was received, in ISO 8601. */
export type TipContent = {
  category: Category
  body: string
  answers: QuestionAnswer[]
  lat: number | null
  lon: number | null
  place: string | null
  placeNote: string
  /** The hexagon (H3 index) of its place. */
  cell: string
  /** The language to be answered in, and the one it is written in, where that could be told. */
  language: string
  writtenIn: string | null
  heldFor: HeldReason[]
  at: string
}

/** One message in the thread of a tip; `signedAs` is the function of the officer who wrote it. */
export type TipMessageContent = { body: string; at: string; signedAs?: Translated }

/** Where sealed content belongs, so that it opens nowhere else. */
export const contentPlace = (tipId: string): string => `tip ${tipId} content`
export const messagePlace = (tipId: string, position: number): string => `tip ${tipId} message ${position}`
export const photoPlace = (photoId: string): string => `photo ${photoId}`
export const originalPlace = (photoId: string): string => `original of photo ${photoId}`

/** Encrypts what a tip or a message says under the tip's own key, for its place. */
export const sealContent = (
  key: Uint8Array,
  place: string,
  content: TipContent | TipMessageContent,
): Promise<Uint8Array> => encrypt(key, Buffer.from(JSON.stringify(content), 'utf8'), { place })

/** Opens what `sealContent` made for this place; throws when the key is another: then rows were mixed up or altered. */
export async function openContent<Content extends TipContent | TipMessageContent>(
  key: Uint8Array,
  place: string,
  sealed: Uint8Array,
): Promise<Content> {
  const opened = await decrypt(key, sealed, { place })
  if (!opened) throw new Error('what is sealed does not open at its place')
  return JSON.parse(opened.toString('utf8')) as Content
}
