import type { PhotoPart } from '#db/schema/photos.ts'

/** How a photo is shown to the public: what of it, null for all, and what is painted black. */
export type Redaction = { crop: PhotoPart | null; boxes: PhotoPart[] }

/** The most black boxes in one photo. */
export const mostBoxes = 20

/** In percent of the side: what is shown of a photo is at least so wide and so high, and a black box. */
export const smallestCrop = 10
export const smallestBox = 0.5

/** What a photo shows is told in at most so many characters. */
export const altLimit = 300
