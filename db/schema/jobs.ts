/** Every job there is; each has a handler in app/jobs. */
export const jobNames = ['register-submission', 'message-to-resident', 'booking-changed', 'daily'] as const
export type JobName = (typeof jobNames)[number]
