import { data } from '@remix-run/node'
import type { CategoryQuestionKind } from '#db/schema/questions.ts'
import { refusals, type Refused } from '#app/domain/refusals.ts'
import { questionLimits } from '#app/domain/submissions/limits.ts'
import { optionRows } from '#app/domain/submissions/question-input.server.ts'
import { isChoice, offeredOptions } from '#app/domain/submissions/question-rules.ts'
import type { questionsForStaff } from '#app/domain/submissions/questions.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import { languages, languageTags, pick, type Language } from '#app/i18n/languages.ts'
import type { FormReply } from './forms.server.ts'

type Values = Record<string, string>
type EditedQuestion = Awaited<ReturnType<typeof questionsForStaff>>[number]

/** The form of a question of one kind; `before` are the questions that it may hang on. */
export function questionForm(language: Language, kind: CategoryQuestionKind, before: readonly EditedQuestion[]) {
  const { label, hint, option, advice, options } = questionLimits
  const written = (limit: number) => formatNumber(language, limit)
  return {
    kind,
    hasOptions: isChoice(kind),
    mostOptions: options,
    limits: { label: written(label), hint: written(hint), option: written(option), advice: written(advice) },
    languages: languageTags.map((tag) => ({ tag, name: languages[tag].name })),
    conditions: before.filter(isAskedChoice).map((question) => ({
      key: question.key,
      question: pick(question.label, language).text,
      answers: offeredOptions(question).map((answer) => ({
        pair: `${question.key}:${answer.value}`,
        label: pick(answer.label, language),
      })),
    })),
  }
}

const isAskedChoice = ({ kind, retiredAt }: EditedQuestion): boolean => isChoice(kind) && retiredAt === null

/** A question as the fields of its form. */
export function valuesOfQuestion({ label, hint, options, shownWhen }: EditedQuestion): Values {
  const values: Values = { ...textFields('label', label), ...textFields('hint', hint ?? {}) }
  for (const [index, option] of options.entries()) {
    const row = `options.${index}`
    Object.assign(values, textFields(`${row}.label`, option.label), textFields(`${row}.stops`, option.stops ?? {}))
    values[`${row}.value`] = option.value
    if (option.withdrawn) values[`${row}.withdrawn`] = 'yes'
  }
  if (shownWhen) values.shownWhen = shownWhen.values.map((value) => `${shownWhen.question}:${value}`).join(',')
  return values
}

const textFields = (name: string, text: Partial<Record<string, string>>): Values =>
  Object.fromEntries(Object.entries(text).map(([tag, words]) => [`${name}.${tag}`, words ?? '']))

/** An empty form has rows for as many options as are usual. */
export const emptyRows = (): Values => Object.fromEntries([0, 1, 2].map((index) => [`options.${index}.label.sv`, '']))

/** The form after a button that only changes its rows: one more, or one moved up. Undefined for one that saves. */
export function turnedRows({ go, ...values }: Values): Values | undefined {
  if (go === 'more') return { ...values, [`options.${optionRows(values)}.label.sv`]: '' }
  const index = Number(/^up\.(\d{1,2})$/.exec(go ?? '')?.[1] ?? 0)
  if (index === 0) return undefined
  const names: Record<string, string> = { [index]: String(index - 1), [index - 1]: String(index) }
  const swapped = (name: string) =>
    name.replace(/^options\.(\d{1,2})\./, (_, number: string) => `options.${names[number] ?? number}.`)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [swapped(name), value]))
}

/** The answer to a form that the portal refuses: shown again with everything kept, and the reason on top. */
export const refusedQuestion = ({ values }: FormReply, { refused }: Refused) =>
  data({ values, errors: {}, refused }, { status: refusals[refused] })
