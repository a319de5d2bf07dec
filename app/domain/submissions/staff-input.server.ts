import { z } from 'zod'
import { authorities } from '#db/schema/staff.ts'
import { audiences, categories, channels, outsideAuthorities, priorities, statuses } from '#db/schema/submissions.ts'
import type { Translated } from '#db/schema/shared.ts'
import { isRef } from '../is-ref.ts'
import { openKinds } from './categories.ts'
import { freeText, requiredText, submitInput } from './input.server.ts'
import { bodyLimit, letterLimit, reasonLimit, titleLimit } from './limits.ts'
import { plannedTime } from './planned-time.ts'
import { dayOf, daysAfter } from './working-days.server.ts'
import { writtenLanguages } from './written-languages.ts'

/** An id, or what a row is called in addresses. */
const rowName = z
  .string('missing')
  .min(1, 'missing')
  .regex(/^[\w-]{1,200}$/, 'not-valid')

const rowNameOrNobody = z
  .string('not-valid')
  .regex(/^[\w-]{0,100}$/, 'not-valid')
  .transform((id) => id || null)

/** The fields of the forms on a submission's page in the back office; each message is a key of the catalogue. */
export const moveInput = z.object({
  from: z.enum(statuses, 'not-valid'),
  to: z.enum(statuses, 'missing'),
  reason: freeText(reasonLimit).default(''),
})

/** A reference as it is typed: without regard to capitals or what stands around it. */
const typedRef = z
  .string('missing')
  .transform((text) => text.trim().toUpperCase())
  .refine(isRef, 'not-valid')

/** Chosen among what was suggested, or typed. */
export const mergeInput = z
  .object({
    from: z.enum(statuses, 'not-valid'),
    into: z.string('missing').max(30, 'not-valid').default(''),
    other: z.string('not-valid').max(30, 'not-valid').default(''),
  })
  .transform(({ from, into, other }) => ({ from, into: other || into }))
  .pipe(z.object({ from: z.enum(statuses, 'not-valid'), into: z.string().min(1, 'missing').pipe(typedRef) }))

export const handOverInput = z.object({
  from: z.enum(statuses, 'not-valid'),
  to: z.enum(authorities, 'missing'),
  letter: requiredText(letterLimit),
})

export const redirectInput = z.object({
  from: z.enum(statuses, 'not-valid'),
  outside: z.enum(outsideAuthorities, 'missing'),
  letter: requiredText(letterLimit),
})

export const assignInput = z.object({ from: rowNameOrNobody, assignee: rowNameOrNobody })

export const prioritiseInput = z.object({
  from: z.enum(priorities, 'not-valid'),
  priority: z.enum(priorities, 'missing'),
})

/** The day of the next step: today at the earliest, and within a year, since nobody remembers what is promised later. */
export const nextDayInput = z
  .object({
    on: z
      .string('missing')
      .min(1, 'missing')
      .pipe(z.iso.date('not-valid'))
      .refine((day) => day >= dayOf(new Date()) && day <= daysAfter(dayOf(new Date()), 365), 'not-a-coming-day'),
    why: requiredText(reasonLimit),
    outside: z.literal('yes').optional(),
    seen: z.string('not-valid').max(50, 'not-valid').default(''),
  })
  .transform(({ outside, ...rest }) => ({ ...rest, outside: outside === 'yes' }))

export const noteInput = z.object({ body: requiredText(bodyLimit) })

export const shareNoteInput = z.object({ note: z.uuid('not-valid') })

export const replyInput = z.object({
  message: requiredText(bodyLimit),
  wait: z.literal('yes').optional(),
  formToken: z.string('not-valid').max(200, 'not-valid'),
})

/** A reply that is written beforehand, by its name in the catalogue. */
export const standardReplyInput = <const Name extends string>(names: readonly Name[]) =>
  z.object({
    standard: z.enum(names, 'missing'),
    formToken: z.string('not-valid').max(200, 'not-valid'),
  })

/** The language that a text is written in; nothing chosen says that nobody can tell. */
export const writtenInInput = z.object({
  writtenIn: z.enum([...writtenLanguages, ''], 'not-valid').transform((tag) => (tag === '' ? null : tag)),
})

export const spamInput = z.object({ from: z.enum(statuses, 'not-valid') })

/** How staff may have been told something: every way but the form that residents fill in themselves. */
export const toldChannels = channels.filter((channel) => channel !== 'web')

/** What a member of staff writes down for a resident: the fields of the form, and how it was told. */
export const entryInput = submitInput.extend({
  kind: z.enum(openKinds, 'missing'),
  channel: z.enum(toldChannels, 'missing'),
  interpretedFrom: z
    .enum([...writtenLanguages, 'other', ''], 'not-valid')
    .default('')
    .transform((tag) => tag || undefined),
})

/** Several commitments come as one list, separated by commas. */
export const linkInput = z.object({
  commitment: z
    .string('missing')
    .regex(/^[\w,-]{0,5000}$/, 'not-valid')
    .transform((slugs) => slugs.split(',').filter(Boolean))
    .refine((slugs) => slugs.length > 0, 'missing'),
})

export const unlinkInput = z.object({ commitment: rowName })

export const routeInput = z.object({
  organisation: rowName,
  rewrittenBody: freeText(bodyLimit).default(''),
})

export const unrouteInput = z.object({ organisation: rowName })

/** One text in Swedish and in those of the other languages that were written. */
function inLanguages(fields: Record<string, string>, name: string, tags: readonly string[]): Translated {
  const written = tags.map((tag) => [tag, fields[`${name}.${tag}`] ?? ''] as const)
  return Object.fromEntries(written.filter(([, text]) => text !== '')) as Translated
}

const textFields = (name: string, limit: number, tags: readonly string[]) =>
  Object.fromEntries(
    tags.map((tag) => [`${name}.${tag}`, tag === 'sv' ? requiredText(limit) : freeText(limit).default('')]),
  )

/** The translations that a writer has ticked as still right, as `fresh.en`. */
const freshFields = (tags: readonly string[]) =>
  Object.fromEntries(tags.map((tag) => [`fresh.${tag}`, z.literal('yes').or(z.literal('')).default('')]))

const confirmedIn = (fields: Record<string, string>, tags: readonly string[]): string[] =>
  tags.filter((tag) => fields[`fresh.${tag}`] === 'yes')

/** A plan that is approved or cancelled, by its id. */
export const planInput = z.object({ plan: z.uuid('not-valid') })

/** When a submission is to be published. */
export const publishInput = z.object({ publishAt: plannedTime })

/** The categories that ask for a second person, as a list separated by commas, and what was shown of them. */
export const fourEyesInput = z.object({
  category: z
    .string('not-valid')
    .default('')
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(z.enum(categories, 'not-valid'))),
  seen: z.string('not-valid').max(50, 'not-valid').default(''),
})

/** The public title and text, in the languages given; a translation has both or neither. */
export const publicTextInput = (tags: readonly string[]) =>
  z
    .object({
      ...textFields('title', titleLimit, tags),
      ...textFields('body', bodyLimit, tags),
      ...freshFields(tags),
      seen: z.string('not-valid').max(50, 'not-valid'),
      looked: z.string('not-valid').max(50, 'not-valid').default(''),
    })
    .superRefine((fields: Record<string, string>, context) => {
      for (const tag of tags)
        for (const [one, other] of [
          ['title', 'body'],
          ['body', 'title'],
        ])
          if (!fields[`${one}.${tag}`] && fields[`${other}.${tag}`])
            context.addIssue({ code: 'custom', path: [`${one}.${tag}`], message: 'missing' })
    })
    .transform((fields: Record<string, string>) => ({
      title: inLanguages(fields, 'title', tags),
      body: inLanguages(fields, 'body', tags),
      seen: fields.seen!,
      looked: fields.looked,
      confirmed: confirmedIn(fields, tags),
    }))

/** A text that somebody is writing, to be looked through. */
export const lookOverInput = z.object({ text: freeText(4 * bodyLimit).default('') })

/** The official answer, in the languages given. */
export const answerInput = (tags: readonly string[]) =>
  z
    .object({
      ...textFields('answer', bodyLimit, tags),
      ...freshFields(tags),
      audience: z.enum(audiences, 'missing'),
      at: plannedTime,
      after: z.string('not-valid').regex(/^\d{1,4}$/, 'not-valid'),
    })
    .transform(({ at, ...rest }) => ({ at, fields: rest as unknown as Record<string, string> }))
    .transform(({ at, fields }) => ({
      at,
      body: inLanguages(fields, 'answer', tags),
      audience: fields.audience as (typeof audiences)[number],
      after: Number(fields.after),
      confirmed: confirmedIn(fields, tags),
    }))
