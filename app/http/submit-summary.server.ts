import { categories } from '#db/schema/submissions.ts'
import type { FormStep } from '#app/domain/submissions/form-steps.ts'
import { readAnswers } from '#app/domain/submissions/read-answers.server.ts'
import { allPlaces, districtAreas } from '#app/domain/areas/queries.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { isLanguage, languages, type Language } from '#app/i18n/languages.ts'
import { tellWhere } from './place-results.server.ts'
import { answersInWords } from './tell-answers.server.ts'

type Values = Record<string, string>

/** One line of what was said: where it can be changed, what it is called, and the words; `lang` is empty for her own. */
export type SummaryLine = { key: string; step: FormStep; label: string; text: string; lang: string }

/** What was said so far, to be looked through before it is sent. */
export async function submitSummary(language: Language, values: Values): Promise<SummaryLine[]> {
  const t = words(language)
  const own = (step: FormStep, key: string, text = '') => ({
    key,
    step,
    label: t(`submit:short.${key}`),
    text,
    lang: '',
  })
  const told = (step: FormStep, key: string, text = '') => ({ ...own(step, key, text), lang: language })
  const category = categories.find((one) => one === values.category)
  const { answers } = await readAnswers(values.category ?? '', values)
  const answered = category ? await answersInWords(language, category, answers) : []
  const wanted = isLanguage(values.language) ? values.language : language
  return [
    told('category', 'category', category && t(`categories:${category}`)),
    ...answered.map(({ key, question, answer }) => ({
      ...{
        key: `answers.${key}`,
        step: 'questions' as const,
        label: question.text,
        text: answer.text,
        lang: answer.lang,
      },
    })),
    own('body', 'body', values.body?.trim()),
    told('place', 'place', await placeInWords(language, values)),
    ...(values.placeNote?.trim() ? [own('place', 'placeNote', values.placeNote.trim())] : []),
    ...(values.kind === 'tip' ? [] : [own('contact', 'contactEmail', values.contactEmail?.trim())]),
    { ...told('contact', 'language', languages[wanted].name), lang: wanted },
  ]
}

/** The place that was chosen, in the order in which it counts: a point, then a square or stop, then a whole area. */
async function placeInWords(language: Language, { lat, lon, place, areaCode }: Values): Promise<string | undefined> {
  if (lat && lon) return (await tellWhere(language, Number(lat), Number(lon))) ?? words(language)('places:where.point')
  if (place) return (await allPlaces()).find(({ slug }) => slug === place)?.name
  return (await districtAreas()).find(({ code }) => code === areaCode)?.name
}
