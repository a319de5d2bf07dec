/** The longest texts of a sign-up, in characters as the person counts them (UTF-16 units). */
export const nameLimit = 100
export const needsLimit = 500
export const answerLimit = 500

/** How many days after a dialogue the names, addresses and answers of its bookings are kept. */
export const bookingsKeptDays = 30
