import { as } from '#db/client.server.ts'
import { categoryQuestions } from '#db/schema/questions.ts'
import type { Category } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { questionLimits } from './limits.ts'
import { lockQuestions, questionSubject } from './lock-questions.server.ts'
import type { QuestionInput } from './question-input.server.ts'
import { mergeOptions } from './merge-options.ts'
import { conditionFits, newName } from './question-rules.ts'

/** A word of an address beside the keys of questions. */
const addresses = ['new']

/**
 * Puts a question last among those of a category and gives its key, which is made from the Swedish text once. Refuses
 * one too many, one that is asked already, and a condition that names no earlier choice.
 */
export async function addQuestion(
  staff: Staff,
  category: Category,
  { kind, label, hint, options, shownWhen }: QuestionInput,
): Promise<Refused | { added: string }> {
  assertMay(staff, 'questions.edit')
  return as(staff, async (tx) => {
    const { all, asked } = await lockQuestions(tx, category)
    if (asked.length >= questionLimits.questions) return { refused: 'too-many-questions' }
    if (asked.some((question) => question.label.sv === label.sv)) return { refused: 'question-twice' }
    if (!conditionFits(asked, shownWhen)) return { refused: 'condition-gone' }

    const key = newName(label.sv, [...all.map((question) => question.key), ...addresses])
    const position = (all.at(-1)?.position ?? -1) + 1
    const row = { category, key, position, kind, label, hint, options: mergeOptions([], options), shownWhen }
    await tx.insert(categoryQuestions).values(row)
    await audit(tx, {
      event: 'question-added',
      subject: questionSubject(category, key),
      staffId: staff.id,
      details: { kind, languages: Object.keys(label).join(' ') },
    })
    return { added: key }
  })
}
