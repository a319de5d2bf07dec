/** The longest texts of a sign-up, in characters as the person counts them (UTF-16 units). */
export const nameLimit = 100
export const needsLimit = 500
export const answerLimit = 500
