/** True for what can be the id of a photo; anything else in an address or a form is not there. */
export const isPhotoId = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)
