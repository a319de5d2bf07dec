import type { Jobs } from '#app/domain/queue.server.ts'
import { registerSubmission as register } from '#app/domain/records/register-submission.server.ts'
import { holdLikeness } from '#app/domain/submissions/hold-likeness.server.ts'

/** Gives a submission its registration number, and holds it when it says the same as what just came. */
export async function registerSubmission({ submissionId }: Jobs['register-submission']): Promise<void> {
  await register(submissionId)
  await holdLikeness(submissionId)
}
