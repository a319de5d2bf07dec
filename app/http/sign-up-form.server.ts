import { answerField } from '#app/domain/dialogues/input.server.ts'
import { answerLimit, nameLimit, needsLimit } from '#app/domain/dialogues/limits.ts'
import type { Dialogue } from '#app/domain/dialogues/queries.server.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { retentionDays } from '#app/domain/records/retention.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import { languages, pick, type Language } from '#app/i18n/languages.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'
import { offeredLanguages } from './request.server.ts'

/** "1", "2" … up to the largest party. */
export const partySizes = (language: Language, largest: number) =>
  Array.from({ length: largest }, (_, index) => ({ value: index + 1, text: formatNumber(language, index + 1) }))

/** What the sign-up form of a dialogue is drawn from, with a token of this showing. */
export async function signUpForm(language: Language, { largestParty, questions }: Dialogue) {
  const number = (value: number) => formatNumber(language, value)
  return {
    formToken: newFormToken(await lastingKey('form tokens')),
    sizes: partySizes(language, largestParty),
    limits: {
      name: number(nameLimit),
      party: number(largestParty),
      needs: number(needsLimit),
      answer: number(answerLimit),
      days: number(retentionDays.bookings),
    },
    questions: questions.map(({ id, label, kind, required, options }) => ({
      ...{ field: answerField(id), kind, required },
      label: pick(label, language),
      options: options.map((option) => ({ value: option.sv, text: pick(option, language) })),
    })),
    offered: offeredLanguages().map((tag) => ({ tag, name: languages[tag].name })),
  }
}
