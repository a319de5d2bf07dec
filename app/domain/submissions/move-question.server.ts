import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { categoryQuestions } from '#db/schema/questions.ts'
import type { Category } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockQuestions, questionSubject } from './lock-questions.server.ts'

/**
 * Moves a question past the one before it or after it. `from` is its place among those that are asked, as the mover saw
 * it, counted from 0. Refuses when it stands elsewhere by now, when there is nothing to move past, and when a question
 * would come before the one it hangs on.
 */
export async function moveQuestion(
  staff: Staff,
  { category, key }: { category: Category; key: string },
  { from, by }: { from: number; by: 1 | -1 },
): Promise<Refused | { moved: number }> {
  assertMay(staff, 'questions.edit')
  return as(staff, async (tx) => {
    const { all, asked } = await lockQuestions(tx, category)
    const question = asked.find((one) => one.key === key)
    if (!question) return { refused: 'not-found' }
    const other = asked[from + by]
    if (asked[from] !== question || !other) return { refused: 'changed-meanwhile' }
    const [first, second] = by === 1 ? [question, other] : [other, question]
    if (second.shownWhen?.question === first.key) return { refused: 'question-order' }

    for (const [position, row] of swapped(all, question, other).entries()) {
      if (row.position === position) continue
      await tx
        .update(categoryQuestions)
        .set({ position })
        .where(and(eq(categoryQuestions.category, category), eq(categoryQuestions.key, row.key)))
    }
    await audit(tx, {
      event: 'question-moved',
      subject: questionSubject(category, key),
      staffId: staff.id,
      details: { from, to: from + by },
    })
    return { moved: from + by }
  })
}

const swapped = <Row>(rows: readonly Row[], one: Row, other: Row): Row[] =>
  rows.map((row) => (row === one ? other : row === other ? one : row))
