/** The longest text a person can send, in characters as she counts them (UTF-16 units). */
export const bodyLimit = 5000
export const placeNoteLimit = 300
export const answerLimit = 500
export const titleLimit = 120
export const reasonLimit = 1000
