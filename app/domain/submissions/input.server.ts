import { z } from 'zod'
import { heardAnswers } from '#db/schema/followers.ts'
import { categories, kinds, type QuestionAnswer } from '#db/schema/submissions.ts'
import { bodyLimit, placeNoteLimit } from './limits.ts'
import { writtenLanguages } from './written-languages.ts'

const blankIsAbsent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

/** A text of one or more lines: line ends made one kind, control and direction-override characters taken out. */
export const freeText = (limit: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        // eslint-disable-next-line no-control-regex
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
        .trim(),
    )
    .pipe(z.string().max(limit, 'too-long'))

/** As freeText, and there must be something. */
export const requiredText = (limit: number) =>
  z.string('missing').pipe(freeText(limit)).pipe(z.string().min(1, 'missing'))

/** An optional e-mail address. */
export const optionalEmail = z.preprocess(blankIsAbsent, z.email('not-an-address').max(254, 'too-long').optional())

const coordinate = (limit: number) =>
  z.preprocess(
    blankIsAbsent,
    z.coerce.number('not-a-number').min(-limit, 'not-a-number').max(limit, 'not-a-number').optional(),
  )

/** What the submit form posts; each message is a key of the catalogue. */
export const submitInput = z.object({
  kind: z.enum(kinds),
  category: z.enum(categories, 'category-missing'),
  body: requiredText(bodyLimit),
  lat: coordinate(90),
  lon: coordinate(180),
  place: z.preprocess(blankIsAbsent, z.string().max(100, 'unknown-place').optional()),
  areaCode: z.preprocess(blankIsAbsent, z.string().max(10, 'unknown-place').optional()),
  placeNote: freeText(placeNoteLimit).default(''),
  contactEmail: optionalEmail,
  // Not the resident's doing when these are wrong: the route falls back to the page's language, and a token that is
  // no token is refused as a stale form, with everything kept.
  language: z.string().max(10).catch(''),
  formToken: z.string().max(200).catch(''),
})

/** What was posted, with the answers to the questions of the category beside it. */
export type SubmitInput = z.output<typeof submitInput> & { answers?: QuestionAnswer[] }

/** What the page for a receipt code posts; whatever is typed is tried as a code. */
export const codeInput = z.object({ code: z.string('missing').trim().min(1, 'missing') })

/** What is shown as a proof of receipt; whatever is typed is judged. */
export const proofInput = z.object({ proof: z.string('missing').trim().min(1, 'missing') })

/** What the reply box of the follow page posts; it may be empty where photos come with it. */
export const messageInput = z.object({
  message: freeText(bodyLimit).default(''),
  formToken: z.string().max(200).catch(''),
})

/** What is posted to say whether one felt heard by a version of the answer. */
export const ratingInput = z.object({ version: z.coerce.number().int().min(1), heard: z.enum(heardAnswers, 'missing') })

/** What is posted to say that it is not solved, in the resident's own words. */
export const reopenInput = z.object({ unsolved: requiredText(bodyLimit), formToken: z.string().max(200).catch('') })

/** The language to be answered in, and the one that was written in, if it is one that we name. */
export const languagesInput = z.object({
  language: z.string().max(10),
  writtenIn: z.enum(writtenLanguages).nullable().catch(null),
})
