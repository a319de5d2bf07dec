import type { CategoryQuestionKind, QuestionOption, ShownWhen } from '#db/schema/questions.ts'
import { plain } from '../plain.ts'

type Asked = {
  key: string
  kind: CategoryQuestionKind
  options: readonly QuestionOption[]
  shownWhen: ShownWhen | null
}

/** True for the kinds that are answered by choosing among options. */
export const isChoice = (kind: CategoryQuestionKind): boolean => kind === 'choice' || kind === 'choices'

/** The options that are offered now: those that were withdrawn are only read where they were chosen. */
export const offeredOptions = ({ options }: Pick<Asked, 'options'>): QuestionOption[] =>
  options.filter(({ withdrawn }) => !withdrawn)

/** Their values. */
export const offeredValues = (question: Pick<Asked, 'options'>): string[] =>
  offeredOptions(question).map(({ value }) => value)

/** Of the questions that are asked, those that are asked only after an answer to `key`. */
export const hangingOn = <Question extends Asked>(asked: readonly Question[], key: string): Question[] =>
  asked.filter(({ shownWhen }) => shownWhen?.question === key)

/** True when a condition is none, or names a choice among the questions that come before, and answers that it offers. */
export function conditionFits(before: readonly Asked[], shownWhen: ShownWhen | null): boolean {
  if (!shownWhen) return true
  const earlier = before.find(({ key }) => key === shownWhen.question)
  if (!earlier || !isChoice(earlier.kind)) return false
  const offered = offeredValues(earlier)
  return shownWhen.values.length > 0 && shownWhen.values.every((value) => offered.includes(value))
}

/**
 * A name for what is new, made once from its Swedish text and never again: small letters, digits and hyphens, so that
 * it can stand in the name of a field and in a list with commas. What is taken is not given twice.
 */
export function newName(swedish: string, taken: readonly string[]): string {
  const letters = plain(swedish)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  const name = letters || 'x'
  const free = (count: number): string => {
    const tried = count === 1 ? name : `${name}-${count}`
    return taken.includes(tried) ? free(count + 1) : tried
  }
  return free(1)
}
