/** How many photos one form may carry. */
export const photosPerForm = 5

/** The largest file that is taken, in bytes: 15 MB, counted the larger way. */
export const largestPhoto = 15 * 1024 * 1024

/** Why a file is no photo of ours; a code of the catalogue `errors`, under `field`. */
export type PhotoRefusal = 'too-large' | 'not-a-photo' | 'too-many-pixels' | 'too-many-photos' | 'heic'
