import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { categoryQuestions } from '#db/schema/questions.ts'
import type { Category } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockQuestions, questionSubject } from './lock-questions.server.ts'
import { hangingOn } from './question-rules.ts'

/**
 * Stops asking a question. What was answered to it is still read. Refuses when another question hangs on it; one that is
 * not asked is not there.
 */
export async function retireQuestion(
  staff: Staff,
  { category, key }: { category: Category; key: string },
): Promise<Refused | { retired: true }> {
  assertMay(staff, 'questions.edit')
  return as(staff, async (tx) => {
    const { asked } = await lockQuestions(tx, category)
    if (!asked.some((question) => question.key === key)) return { refused: 'not-found' }
    if (hangingOn(asked, key).length > 0) return { refused: 'question-needed' }

    await tx
      .update(categoryQuestions)
      .set({ retiredAt: new Date() })
      .where(and(eq(categoryQuestions.category, category), eq(categoryQuestions.key, key)))
    await audit(tx, { event: 'question-retired', subject: questionSubject(category, key), staffId: staff.id })
    return { retired: true }
  })
}
