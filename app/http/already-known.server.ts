import { locate } from '#app/domain/areas/locate.server.ts'
import { submitInput } from '#app/domain/submissions/input.server.ts'
import { publicStatus } from '#app/domain/submissions/public-statuses.ts'
import { similar } from '#app/domain/submissions/similar.server.ts'
import type { z } from 'zod'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'

/** The part of a submission by which one that is known already is found. */
export const knownInput = submitInput.pick({
  category: true,
  body: true,
  lat: true,
  lon: true,
  place: true,
  areaCode: true,
})

/** What has been published already and is much like what somebody is about to send, in words; at most three. */
export async function alreadyKnown(language: Language, input: z.output<typeof knownInput>) {
  const location = await locate(input)
  if ('refused' in location) return { told: '', known: [] }
  const { category, body } = input
  const t = words(language)
  const found = await similar({ category, body, location })
  const known = found.map(({ ref, status, title, body: text, area, publishedOn, example }) => ({
    ...{ ref, area, example },
    status: t(`submissions:status.${publicStatus[status]}`),
    title: pick(title, language),
    body: pick(text, language),
    publishedOn: formatDay(language, publishedOn),
  }))
  const told = known.length > 0 ? t('similar:found', { count: known.length }) : ''
  return { told, known }
}

/** What the page is told of those, and how many they are. */
export type AlreadyKnown = Awaited<ReturnType<typeof alreadyKnown>>
