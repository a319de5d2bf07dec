import { categories, type Category } from '#db/schema/submissions.ts'
import { categoryQuestionKinds, type CategoryQuestionKind } from '#db/schema/questions.ts'
import type { Translated } from '#db/schema/shared.ts'
import { offeredOptions } from '#app/domain/submissions/question-rules.ts'
import { allQuestions, type Question } from '#app/domain/submissions/questions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { languages, languageTags, pick, type Language } from '#app/i18n/languages.ts'
import { found } from './answers.server.ts'

/** The category in an address; what is none is not there. */
export const categoryFrom = (params: { category?: string | undefined }): Category =>
  found(categories.find((category) => category === params.category))

/** The kind of question in an address; what is none is not there. */
export const kindFrom = (request: Request): CategoryQuestionKind =>
  found(categoryQuestionKinds.find((kind) => kind === new URL(request.url).searchParams.get('kind')))

/** The kinds to choose from. */
export const questionKinds: readonly CategoryQuestionKind[] = categoryQuestionKinds

/** Every category with how many questions it has, and the languages in which some text of theirs is missing. */
export async function tellCategories(language: Language) {
  const t = words(language)
  const byCategory = Map.groupBy(await allQuestions(), ({ category }) => category)
  return categories.map((category) => {
    const asked = byCategory.get(category) ?? []
    const count = asked.length > 0 ? t('question-editor:count', { count: asked.length }) : t('question-editor:none')
    return { category, name: t(`categories:${category}`), count, missing: missingIn(asked.flatMap(textsOf)) }
  })
}

type Told = Omit<Question, 'category'>

/** A question in words; `all` are those of its category, to name the one that it hangs on. */
export function tellQuestion(language: Language, all: readonly Told[], question: Told) {
  const t = words(language)
  const { key, kind, label, hint, options } = question
  const inWords = (some: readonly { label: Translated }[]) =>
    some.map((option) => pick(option.label, language).text).join(' · ')
  const offered = offeredOptions(question)
  const stopping = offered.filter(({ stops }) => stops)
  const withdrawn = options.filter((option) => option.withdrawn)
  const fact = (name: string, some: typeof options) =>
    some.length > 0 ? [t(`question-editor:fact.${name}`, { options: inWords(some) })] : []
  return {
    ...{ key, kind, label: pick(label, language), hint: hint ? pick(hint, language) : undefined },
    shownWhen: conditionInWords(language, all, question),
    facts: [...fact('options', offered), ...fact('stops', stopping), ...fact('withdrawn', withdrawn)],
    missing: missingIn(textsOf(question)),
  }
}

function conditionInWords(language: Language, all: readonly Told[], { shownWhen }: Told): string | undefined {
  const earlier = all.find(({ key }) => key === shownWhen?.question)
  if (!shownWhen || !earlier) return undefined
  const answers = earlier.options.filter(({ value }) => shownWhen.values.includes(value))
  return words(language)('question-editor:fact.shownWhen', {
    question: pick(earlier.label, language).text,
    options: answers.map(({ label }) => pick(label, language).text).join(' · '),
  })
}

/** Every text of a question that a resident may read. */
const textsOf = ({ label, hint, options }: Told): Translated[] => [
  label,
  ...(hint ? [hint] : []),
  ...offeredOptions({ options }).flatMap((option) => [option.label, ...(option.stops ? [option.stops] : [])]),
]

/** The languages that some of the texts lack, by their own names. */
const missingIn = (texts: readonly Translated[]): string =>
  languageTags
    .filter((tag) => texts.some((text) => !text[tag]))
    .map((tag) => languages[tag].name)
    .join(' · ')
