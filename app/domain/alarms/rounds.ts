/** Until somebody takes an alarm, it is mailed again after so many minutes. */
export const minutesBetween = 15

/** From this round on also those are mailed who answer for what is late: after an hour. */
export const firstEscalated = 4

/** The last round, four hours after the first; from then on the alarm only stands above every page. */
export const lastRound = 16
