import type { Jobs } from '#app/domain/queue.server.ts'
import { registerSubmission as register } from '#app/domain/records/register-submission.server.ts'

/** Gives a submission its registration number. */
export const registerSubmission = ({ submissionId }: Jobs['register-submission']): Promise<void> =>
  register(submissionId)
