import type { PhotoPart, PhotoState } from '#db/schema/photos.ts'
import type { Translated } from '#db/schema/shared.ts'

/** A photo as the page shows it on which it is made ready for the public. */
export type EditedPhoto = {
  title: string
  ref: string
  id: string
  src: string
  width: number
  height: number
  state: PhotoState
  /** Whether its case is published; its page, where it is. */
  published: boolean
  case: string | undefined
  /** The version of what was decided about it that is shown here. */
  version: number
  kept: { crop: PhotoPart | null; boxes: PhotoPart[] }
  alt: Translated | null
  mostBoxes: number
  why: { ground: 'secrecy' | 'privacy'; reason: string } | null
  last: string | undefined
  languages: { tag: string; name: string }[]
  done: 'edit' | 'state' | undefined
}
