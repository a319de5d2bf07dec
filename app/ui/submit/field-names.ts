import type { TFunction } from 'i18next'
import type { FormParts, Values } from './form-parts.ts'
import { questionsOf } from './questions-of.ts'

const named = ['category', 'body', 'place', 'areaCode', 'placeNote', 'contactEmail'] as const

/** What the fields of the form are called in the summary of what is wrong. */
export function fieldNames(t: TFunction, questions: FormParts['questions'], { category }: Values): Values {
  const asked = questionsOf(questions, category)
  return Object.fromEntries([
    ...named.map((name) => [name, t(`submit:short.${name}`)]),
    ['photos', t('photos:short')],
    ...asked.map(({ field, label }) => [field, label.text]),
  ])
}
