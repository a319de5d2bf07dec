import { eq, inArray } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { auditLines } from '#db/schema/records.ts'
import { categoryQuestions, type CategoryQuestionKind } from '#db/schema/questions.ts'
import type { Category } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addQuestion } from '#app/domain/submissions/add-question.server.ts'
import type { OptionInput, QuestionInput } from '#app/domain/submissions/question-input.server.ts'

/** A new option with a Swedish text, and the advice that it stops the form with. */
export const newOption = (sv: string, stops?: string): OptionInput => ({
  value: undefined,
  label: { sv },
  ...(stops ? { stops: { sv: stops } } : {}),
})

/** What the form of a question posts: a choice between yes and no, unless told otherwise. */
export const saidQuestion = (
  said: Partial<QuestionInput> & { sv: string; kind?: CategoryQuestionKind },
): QuestionInput => {
  const { sv, kind = 'choice', ...rest } = said
  const options = kind === 'choice' || kind === 'choices' ? [newOption('Ja'), newOption('Nej')] : []
  return { ...{ kind, label: { sv }, hint: null, options, shownWhen: null, seen: '' }, ...rest }
}

/** Adds a question and gives its key; throws when it is refused. */
export async function madeQuestion(
  staff: Staff,
  category: Category,
  said: Parameters<typeof saidQuestion>[0],
): Promise<string> {
  const result = await addQuestion(staff, category, saidQuestion(said))
  if ('refused' in result) throw new Error(result.refused)
  return result.added
}

/** Takes away all questions of categories that a test file has for its own. */
export const withoutQuestions = (...categories: Category[]) =>
  as({ as: 'seed' }, (tx) => tx.delete(categoryQuestions).where(inArray(categoryQuestions.category, categories)))

/** What was written down about a question, the oldest first. */
export const auditOfQuestion = (category: Category, key: string) =>
  as({ as: 'seed' }, async (tx) => {
    const lines = await tx
      .select({ event: auditLines.event, staffId: auditLines.staffId })
      .from(auditLines)
      .where(eq(auditLines.subject, `question:${category}/${key}`))
      .orderBy(auditLines.id)
    return lines.map(({ event, staffId }) => `${event} ${staffId}`)
  })
