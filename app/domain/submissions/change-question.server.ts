import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { categoryQuestions, type QuestionOption, type ShownWhen } from '#db/schema/questions.ts'
import type { Translated } from '#db/schema/shared.ts'
import type { Category } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockQuestions, questionSubject } from './lock-questions.server.ts'
import { mergeOptions } from './merge-options.ts'
import type { QuestionInput } from './question-input.server.ts'
import { conditionFits, hangingOn, isChoice, offeredValues } from './question-rules.ts'

type Content = {
  label: Translated
  hint: Translated | null
  options: QuestionOption[]
  shownWhen: ShownWhen | null
}

/** A mark of what a question says now, by which a later writing can tell whether it has changed. */
export const markOfQuestion = ({ label, hint, options, shownWhen }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([label, hint, options, shownWhen]))
    .digest('base64url')
    .slice(0, 16)

/**
 * Words a question anew, adds and withdraws options, and changes when it is shown. Its key, its kind and the values of
 * its options stay: answers hold them. Refuses when somebody else has changed it meanwhile, a condition that names no
 * earlier choice, and to withdraw an option that another question hangs on.
 */
export async function changeQuestion(
  staff: Staff,
  { category, key }: { category: Category; key: string },
  { label, hint, options: given, shownWhen, seen }: QuestionInput,
): Promise<Refused | { changed: true }> {
  assertMay(staff, 'questions.edit')
  return as(staff, async (tx) => {
    const { asked } = await lockQuestions(tx, category)
    const index = asked.findIndex((question) => question.key === key)
    const question = asked[index]
    if (!question) return { refused: 'not-found' }
    if (seen !== markOfQuestion(question)) return { refused: 'changed-meanwhile' }
    if (asked.some((other) => other !== question && other.label.sv === label.sv)) return { refused: 'question-twice' }
    if (!conditionFits(asked.slice(0, index), shownWhen)) return { refused: 'condition-gone' }

    const options = isChoice(question.kind) ? mergeOptions(question.options, given) : []
    const needed = hangingOn(asked, key).flatMap((other) => other.shownWhen?.values ?? [])
    const offered = offeredValues({ options })
    if (needed.some((value) => !offered.includes(value))) return { refused: 'option-needed' }

    await tx
      .update(categoryQuestions)
      .set({ label, hint, options, shownWhen })
      .where(and(eq(categoryQuestions.category, category), eq(categoryQuestions.key, key)))
    await audit(tx, {
      event: 'question-changed',
      subject: questionSubject(category, key),
      staffId: staff.id,
      details: { languages: Object.keys(label).join(' '), options: offered.length },
    })
    return { changed: true }
  })
}
