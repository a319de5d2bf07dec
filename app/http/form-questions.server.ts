import type { Category } from '#db/schema/submissions.ts'
import { offeredOptions } from '#app/domain/submissions/question-rules.ts'
import { allQuestions, type Question } from '#app/domain/submissions/questions.server.ts'
import { answerLimit } from '#app/domain/submissions/limits.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'

/** A question as the form shows it, worded in the language of the page; `field` is the name it is posted under. */
export type FormQuestion = ReturnType<typeof tellQuestion>

/** The questions that are asked now, by category. */
export async function formQuestions(language: Language): Promise<Partial<Record<Category, FormQuestion[]>>> {
  const all = await allQuestions()
  const byCategory = Map.groupBy(all, ({ category }) => category)
  return Object.fromEntries(
    [...byCategory].map(([category, questions]) => [category, questions.map((one) => tellQuestion(language, one))]),
  )
}

function tellQuestion(language: Language, { key, kind, label, hint, options, shownWhen }: Question) {
  return {
    ...{ key, kind, shownWhen, field: `answers.${key}` },
    label: pick(label, language),
    hint: hint ? pick(hint, language) : undefined,
    limit: formatNumber(language, answerLimit),
    options: offeredOptions({ options }).map(({ value, label: option, stops }) => ({
      value,
      label: pick(option, language),
      stops: stops && pick(stops, language),
    })),
  }
}
