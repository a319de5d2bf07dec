import { z } from 'zod'
import { categories, priorities } from '#db/schema/submissions.ts'
import { plain } from '../plain.ts'
import { openKinds } from '../submissions/categories.ts'
import { freeText, requiredText } from '../submissions/input.server.ts'
import { writtenLanguages } from '../submissions/written-languages.ts'

/** How long a rule may be, in what it is called, in its words and in the working days that it gives. */
export const ruleLimits = { name: 80, words: 50, word: 60, days: 60 } as const

/** What is ticked of some values: a list with commas. */
const ticked = z
  .string()
  .max(1000, 'too-long')
  .default('')
  .transform((list) => [...new Set(list.split(',').filter(Boolean))])
const tickedOf = <const Value extends string>(values: readonly Value[]) =>
  ticked.pipe(z.array(z.enum(values, 'not-valid')))

const chosenOrNone = z
  .string()
  .regex(/^[\w-]{0,100}$/, 'not-valid')
  .default('')
  .transform((id) => id || null)
const noneOr = (value: string): string | null => value || null

const templateOrNone = z.uuid('not-valid').or(z.literal('')).default('').transform(noneOr)

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^$/, 'not-valid')
  .default('')
  .transform(noneOr)

/** Words one to a line, or with commas between them. */
const words = freeText(ruleLimits.words * ruleLimits.word)
  .default('')
  .transform((text) =>
    [...new Set(text.split(/[\n,]/).map((word) => word.trim()))].filter((word) => plain(word) !== ''),
  )
  .pipe(z.array(z.string().max(ruleLimits.word, 'too-long')).max(ruleLimits.words, 'too-long'))

const days = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, 'not-a-number')
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))
  .pipe(z.int().min(1, 'not-valid').max(ruleLimits.days, 'not-valid').nullable())

/** What the form of a rule posts: its conditions, what it does, and the mark of how it was tried. */
export const ruleInput = z
  .object({
    name: requiredText(ruleLimits.name),
    kinds: tickedOf(openKinds),
    categories: tickedOf(categories),
    areas: ticked.pipe(z.array(z.string().regex(/^[\w-]{1,20}$/, 'not-valid'))),
    languages: tickedOf(writtenLanguages),
    words,
    fromTime: time,
    toTime: time,
    organisation: chosenOrNone,
    assigneeId: chosenOrNone,
    priority: z
      .enum([...priorities, ''], 'not-valid')
      .default('')
      .transform((chosen) => (chosen === '' ? null : chosen)),
    answerWithin: days,
    templateId: templateOrNone,
    tried: z.string().max(50, 'not-valid').default(''),
    verb: z.enum(['try', 'save'], 'not-valid').catch('try'),
  })
  .superRefine(({ fromTime, toTime, ...rule }, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (fromTime !== null && toTime === null) wrong('toTime', 'missing')
    if (fromTime === null && toTime !== null) wrong('fromTime', 'missing')
    if (fromTime !== null && fromTime === toTime) wrong('toTime', 'not-valid')
    const does = [rule.organisation, rule.assigneeId, rule.priority, rule.answerWithin, rule.templateId]
    if (does.every((one) => one === null)) wrong('organisation', 'rule-does-nothing')
  })

/** What confirms a change of a rule as a whole: the mark of how it was tried. */
export const ruleChangeInput = z.object({ tried: z.string().max(50, 'not-valid').default('') })
