/** The pages of the form where it comes one question at a time, in their order. */
export const formSteps = ['category', 'questions', 'body', 'place', 'known', 'contact', 'photos'] as const
export type FormStep = (typeof formSteps)[number]

/** The fields that each step asks for; the answers to the questions of a category are named `answers.{key}`. */
const fields: Record<FormStep, readonly string[]> = {
  category: ['category'],
  questions: [],
  body: ['body'],
  place: ['place', 'lat', 'lon', 'areaCode', 'placeNote'],
  known: [],
  contact: ['contactEmail', 'language'],
  photos: ['photos'],
}

/**
 * The steps as they are counted for the person: what only some are asked belongs to the step before it, so that the
 * number of steps is the same for all and never grows on the way.
 */
export const stepNumbers: Record<FormStep, number> = {
  ...{ category: 1, questions: 1, body: 2, place: 3, known: 3, contact: 4, photos: 5 },
}
export const stepCount = Math.max(...Object.values(stepNumbers))

/** True when the step asks for the field. */
export const asksFor = (step: FormStep, field: string): boolean =>
  fields[step].includes(field) || (step === 'questions' && field.startsWith('answers.'))

/** The step by its name, or undefined. */
export const stepNamed = (name: string | undefined): FormStep | undefined => formSteps.find((step) => step === name)

/** The step after (1) or before (-1) another; undefined beyond the last and the first. */
export const stepBeside = (step: FormStep, by: 1 | -1): FormStep | undefined => formSteps[formSteps.indexOf(step) + by]
