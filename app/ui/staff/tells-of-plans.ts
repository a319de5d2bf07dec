import type { SubmissionView } from './submission-view.server.ts'

type Plans = SubmissionView['plans']

/** True where something waits for its time or a second person, or did not come about. */
export const tellsOfPlans = (plans: Plans): plans is NonNullable<Plans> =>
  plans !== undefined && (plans.waiting.length > 0 || plans.failed !== undefined)
