import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { categoryQuestions } from '#db/schema/questions.ts'
import type { Category } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { questionLimits } from './limits.ts'
import { lockQuestions, questionSubject } from './lock-questions.server.ts'
import { conditionFits } from './question-rules.ts'

/**
 * Asks a retired question again, where it stood. Refuses one too many, one that is asked already in the same words, and
 * one that hangs on an answer that is no longer asked for before it.
 */
export async function bringBackQuestion(
  staff: Staff,
  { category, key }: { category: Category; key: string },
): Promise<Refused | { broughtBack: true }> {
  assertMay(staff, 'questions.edit')
  return as(staff, async (tx) => {
    const { all, asked } = await lockQuestions(tx, category)
    const index = all.findIndex((question) => question.key === key)
    const question = all[index]
    if (!question?.retiredAt) return { refused: 'not-found' }
    if (asked.length >= questionLimits.questions) return { refused: 'too-many-questions' }
    if (asked.some((other) => other.label.sv === question.label.sv)) return { refused: 'question-twice' }
    const before = all.slice(0, index).filter(({ retiredAt }) => retiredAt === null)
    if (!conditionFits(before, question.shownWhen)) return { refused: 'condition-gone' }

    await tx
      .update(categoryQuestions)
      .set({ retiredAt: null })
      .where(and(eq(categoryQuestions.category, category), eq(categoryQuestions.key, key)))
    await audit(tx, { event: 'question-brought-back', subject: questionSubject(category, key), staffId: staff.id })
    return { broughtBack: true }
  })
}
