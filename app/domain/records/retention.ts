/**
 * How many days each thing is kept that is no official document; the daily job erases what is older. Documents, and
 * photos that belong to one, go under a disposal rule only.
 */
export const retentionDays = {
  /** Keys of the day, and with them every hash of a visitor. */
  dayKeys: 2,
  /** Photos that were chosen for a form that was never sent. */
  waitingPhotos: 1,
  /** Addresses that nobody confirmed. */
  unconfirmedBells: 7,
  /** Names, addresses and answers of sign-ups, counted from the dialogue. */
  bookings: 30,
  /** Mail that was kept because no mail server is set. */
  keptMail: 30,
  /** Sessions of staff, and codes and links for signing in, counted from when they have lapsed. */
  lapsedSessions: 1,
  /** Half-written answers to many, which go with no case; counted from when they were last saved. */
  manyDrafts: 60,
} as const

const day = 24 * 60 * 60 * 1000

/** The moment before which something of this sort is too old to be kept. */
export const keptSince = (what: keyof typeof retentionDays, now: Date): Date =>
  new Date(now.getTime() - retentionDays[what] * day)
