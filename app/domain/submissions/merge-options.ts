import type { QuestionOption } from '#db/schema/questions.ts'
import type { OptionInput } from './question-input.server.ts'
import { newName } from './question-rules.ts'

/**
 * The options of a question after a change, in the order that was given. One that is there keeps its value, since
 * answers hold it; a new one is given a value from its Swedish text; one that was left out stays as it was.
 */
export function mergeOptions(before: readonly QuestionOption[], given: readonly OptionInput[]): QuestionOption[] {
  const known = before.map(({ value }) => value)
  const taken = [...known]
  const merged = given.map(({ value, ...option }): QuestionOption => {
    const own = value !== undefined && known.includes(value) ? value : newName(option.label.sv, taken)
    taken.push(own)
    return { value: own, ...option }
  })
  const kept = new Set(merged.map(({ value }) => value))
  return [...merged, ...before.filter(({ value }) => !kept.has(value))]
}
