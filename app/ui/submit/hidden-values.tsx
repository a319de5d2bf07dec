import type { FormStep } from '#app/domain/submissions/form-steps.ts'
import type { Values } from './form-parts.ts'

/** The fields that each step draws itself, beside those that begin with `answers.` on the step of the questions. */
const drawn: Record<FormStep, readonly string[]> = {
  category: ['category'],
  questions: [],
  body: ['body'],
  place: ['place', 'lat', 'lon', 'areaCode', 'placeNote', 'placeQuery'],
  known: [],
  contact: ['contactEmail', 'language'],
  photos: [],
}

/** Drawn on every step. */
const everywhere: readonly string[] = ['website', 'formToken']

/** What was said on the other steps rides along with this one. */
export function HiddenValues({ step, values }: { step: FormStep; values: Values }) {
  const isDrawn = (name: string) =>
    everywhere.includes(name) || drawn[step].includes(name) || (step === 'questions' && name.startsWith('answers.'))
  return Object.entries(values)
    .filter(([name, value]) => value !== '' && !isDrawn(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
