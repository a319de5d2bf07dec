import type { Jobs } from '#app/domain/queue.server.ts'
import { applyRules as apply } from '#app/domain/submissions/apply-rules.server.ts'

/** Lets the rules of the authority take what has come in, once. */
export const applyRules = ({ submissionId }: Jobs['apply-rules']): Promise<void> => apply(submissionId)
