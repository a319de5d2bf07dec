/** Every job there is; each has a handler in app/jobs. */
export const jobNames = [
  'register-submission',
  'apply-rules',
  'confirm-bell',
  'message-to-resident',
  'booking-changed',
  'invite-staff',
  'danger-alarm',
  'daily',
  'remind',
  'count-insights',
  'morning',
  'tell-staff',
  'tell-organisation',
  'keep-due',
  'send-digest',
] as const
export type JobName = (typeof jobNames)[number]
