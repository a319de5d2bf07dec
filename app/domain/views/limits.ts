/** In characters. */
export const viewNameLimit = 60

/** How many views one person has saved at most. */
export const mostViews = 20

/** How many views the people of one organisation share at most. */
export const mostShared = 30
