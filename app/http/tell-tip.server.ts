import { baseMap } from '#app/domain/areas/base-map.server.ts'
import type { ReadTip } from '#app/domain/tips/read-tip.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { answersInWords } from './tell-answers.server.ts'

/** What a page of a tip needs beside the tip: the answers in words, and the map to draw its place on. */
export const besideTip = async (tip: ReadTip, language: Language) => ({
  answered: await answersInWords(language, tip.said.category, tip.said.answers),
  base: await baseMap(),
})
