import type { Category, QuestionAnswer } from '#db/schema/submissions.ts'
import { everAsked, type Question } from '#app/domain/submissions/questions.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'

type Text = { text: string; lang: string }

/** A question and its answer; an answer that the resident worded herself has no language (`lang` is empty). */
export type AnswerInWords = { key: string; question: Text; answer: Text }

/** What was answered to the questions of a category, in the words of a language, in the order they were asked. */
export async function answersInWords(
  language: Language,
  category: Category,
  answers: readonly QuestionAnswer[],
): Promise<AnswerInWords[]> {
  if (answers.length === 0) return []
  const asked = await everAsked(category)
  return asked.flatMap((question) => {
    const given = answers.find((answer) => answer.question === question.key)
    if (!given) return []
    const { key, label } = question
    return [{ key, question: pick(label, language), answer: inWords(language, question, given.values) }]
  })
}

function inWords(language: Language, { kind, options }: Question, values: string[]): Text {
  if (kind === 'choice' || kind === 'choices') {
    const chosen = options.filter(({ value }) => values.includes(value)).map(({ label }) => pick(label, language))
    // One to a line: they are worded to stand alone.
    return { lang: chosen[0]?.lang ?? language, text: chosen.map(({ text }) => text).join('\n') }
  }
  if (kind === 'number') return { lang: language, text: formatNumber(language, Number(values[0])) }
  if (kind === 'moment') return { lang: language, text: momentInWords(language, values[0] ?? '') }
  return { lang: '', text: values.join('\n') }
}

/** "22 november 2026 21:30", or the day or the time of day alone. */
const momentInWords = (language: Language, moment: string): string =>
  moment
    .split(' ')
    .map((part) => (part.includes('-') ? formatDay(language, part) : part))
    .join(' ')
