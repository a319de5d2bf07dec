/** The longest text a person can send, in characters as she counts them (UTF-16 units). */
export const bodyLimit = 5000
export const placeNoteLimit = 300
export const answerLimit = 500
export const titleLimit = 120
export const reasonLimit = 1000
/** The letter to a resident who has to turn to somebody else, in two languages. */
export const letterLimit = 3000
/** How long the texts of a category's question may be, and how many there may be of what. */
export const questionLimits = { label: 300, hint: 300, option: 100, advice: 500, options: 15, questions: 15 } as const
