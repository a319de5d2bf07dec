import type { TFunction } from 'i18next'
import type { Category } from '#db/schema/submissions.ts'
import type { FormParts, Values } from './form-parts.ts'

const named = ['category', 'body', 'place', 'areaCode', 'placeNote', 'contactEmail'] as const

/** What the fields of the form are called in the summary of what is wrong. */
export function fieldNames(t: TFunction, questions: FormParts['questions'], { category }: Values): Values {
  const asked = questions[category as Category] ?? []
  return Object.fromEntries([
    ...named.map((name) => [name, t(`submit:short.${name}`)]),
    ['photos', t('photos:short')],
    ...asked.map(({ field, label }) => [field, label.text]),
  ])
}
