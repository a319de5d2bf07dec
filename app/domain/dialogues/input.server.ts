import { z } from 'zod'
import type { questionKinds } from '#db/schema/dialogues.ts'
import type { Translated } from '#db/schema/shared.ts'
import { freeText, optionalEmail } from '../submissions/input.server.ts'
import { answerLimit, nameLimit, needsLimit } from './limits.ts'

export type Question = {
  id: string
  label: Translated
  kind: (typeof questionKinds)[number]
  options: Translated[]
  required: boolean
}

type Asked = {
  largestParty: number
  questions: Question[]
  /** The languages to choose from, and the one that counts where none was chosen. */
  languages: readonly string[]
  language: string
}

const blankIsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

/** A first name or a nickname on one line, without control and direction characters. */
const personName = z
  .string('missing')
  .transform((text) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
      .trim(),
  )
  .pipe(z.string().min(1, 'missing').max(nameLimit, 'name-too-long'))

const partySize = (largest: number) =>
  z.preprocess(
    blankIsAbsent,
    z.coerce.number('not-a-number').int('not-a-number').min(1, 'not-a-number').max(largest, 'party-too-big'),
  )

function answer({ kind, options, required }: Question) {
  const choices = options.map((option) => option.sv)
  const text = freeText(answerLimit).pipe(
    kind === 'choice' ? z.string().refine((given) => given === '' || choices.includes(given), 'not-valid') : z.string(),
  )
  return required ? z.string('missing').pipe(text).pipe(z.string().min(1, 'missing')) : text.default('')
}

/** The name of the field that holds the answer to a question. */
export const answerField = (questionId: string): string => `answers.${questionId}`

const party = ({ largestParty, languages, language }: Asked) =>
  z.object({
    name: personName,
    email: optionalEmail,
    partySize: partySize(largestParty),
    language: z.preprocess(
      blankIsAbsent,
      z
        .string()
        .refine((tag) => languages.includes(tag), 'not-valid')
        .default(language),
    ),
    needs: freeText(needsLimit).default(''),
    formToken: z.string('stale-form').max(200, 'stale-form'),
  })

const answersTo = (questions: Question[]) =>
  z
    .object(Object.fromEntries(questions.map((question) => [answerField(question.id), answer(question)])))
    .transform((fields) => {
      const given = questions.map(({ id }) => [id, fields[answerField(id)] ?? ''] as const)
      return { answers: Object.fromEntries(given.filter(([, text]) => text !== '')) }
    })

/** What the sign-up form of a dialogue posts; each message is a key of the catalogue. */
export const signUpInput = (asked: Asked) => party(asked).and(answersTo(asked.questions))

export type SignUpInput = z.output<ReturnType<typeof signUpInput>>

const change = (largestParty: number) =>
  z.object({
    verb: z.literal('change'),
    partySize: partySize(largestParty),
    needs: freeText(needsLimit).default(''),
  })

/** What the page of a booking posts: a change, or that it is cancelled. */
export const bookingInput = (largestParty: number) =>
  z.discriminatedUnion('verb', [change(largestParty), z.object({ verb: z.literal('cancel') })], 'not-valid')

export type ChangeBookingInput = Omit<z.output<ReturnType<typeof change>>, 'verb'>
