import { z } from 'zod'
import type { CategoryQuestionKind, ShownWhen } from '#db/schema/questions.ts'
import type { Translated } from '#db/schema/shared.ts'
import { freeText } from './input.server.ts'
import { questionLimits } from './limits.ts'
import { isChoice } from './question-rules.ts'

/** A way to answer as it is posted: one without a value is new. */
export type OptionInput = { value: string | undefined; label: Translated; stops?: Translated; withdrawn?: true }

/** What the form of a question posts; `seen` is the mark of what the page showed, empty for a new one. */
export type QuestionInput = {
  kind: CategoryQuestionKind
  label: Translated
  hint: Translated | null
  options: OptionInput[]
  shownWhen: ShownWhen | null
  seen: string
}

type Fields = Record<string, string>
/** Tells that a field is wrong, by a code of the catalogue. */
type Wrong = (field: string, code: string) => void
type Reading = { fields: Fields; tags: readonly string[]; wrong: Wrong }

/**
 * The form of a question of one kind, with its texts as `label.sv`, its options as `options.0.label.sv` and its
 * condition as a list of `question:value`. Swedish must be there; a translation may be missing.
 */
export const questionInput = (kind: CategoryQuestionKind, tags: readonly string[]) =>
  z.record(z.string(), z.string()).transform((fields, context): QuestionInput => {
    const wrong: Wrong = (field, message) => context.addIssue({ code: 'custom', path: [field], message })
    const reading = { fields, tags, wrong }
    const label = textIn(reading, 'label', { limit: questionLimits.label, required: true }) ?? { sv: '' }
    const hint = kind === 'notice' ? undefined : textIn(reading, 'hint', { limit: questionLimits.hint })
    const options = isChoice(kind) ? optionsIn(reading) : []
    return { kind, label, hint: hint ?? null, options, shownWhen: conditionIn(reading), seen: fields.seen ?? '' }
  })

/** A text in the languages it was written in; undefined when it was written in none. */
function textIn(
  { fields, tags, wrong }: Reading,
  name: string,
  { limit, required = false }: { limit: number; required?: boolean },
): Translated | undefined {
  const text: Record<string, string> = {}
  for (const tag of tags) {
    const read = freeText(limit).safeParse(fields[`${name}.${tag}`] ?? '')
    if (!read.success) wrong(`${name}.${tag}`, 'too-long')
    else if (read.data !== '') text[tag] = read.data
  }
  const written = Object.keys(text).length > 0
  if (!fields[`${name}.sv`]?.trim() && (required || written)) wrong(`${name}.sv`, 'missing')
  return written ? { sv: '', ...text } : undefined
}

/** How many rows of options were posted. */
export const optionRows = (fields: Fields): number =>
  Object.keys(fields).reduce(
    (most, name) => Math.max(most, Number(/^options\.(\d{1,2})\./.exec(name)?.[1] ?? -1) + 1),
    0,
  )

function optionsIn(reading: Reading): OptionInput[] {
  const { fields, tags, wrong } = reading
  const read: { row: string; option: OptionInput }[] = []
  for (let index = 0; index < optionRows(fields); index++) {
    const row = `options.${index}`
    const value = fields[`${row}.value`] || undefined
    const stops = textIn(reading, `${row}.stops`, { limit: questionLimits.advice })
    const required = value !== undefined || stops !== undefined
    const label = textIn(reading, `${row}.label`, { limit: questionLimits.option, required })
    if (!label && !required) continue
    const withdrawn = value !== undefined && fields[`${row}.withdrawn`] === 'yes'
    const option = { value, label: label ?? { sv: '' }, ...(stops && { stops }) }
    read.push({ row, option: withdrawn ? { ...option, withdrawn } : option })
  }
  if (read.length > questionLimits.options) wrong('options', 'too-many-options')
  tellTwice(read, tags, wrong)
  const offered = read.filter(({ option }) => !option.withdrawn)
  if (offered.length < 2) wrong('options', 'two-options')
  else if (offered.every(({ option }) => option.stops)) wrong('options', 'all-stop')
  return read.map(({ option }) => option)
}

/** No option stands twice in any language: two that read alike cannot be told apart. */
function tellTwice(read: { row: string; option: OptionInput }[], tags: readonly string[], wrong: Wrong): void {
  for (const tag of tags) {
    const known = new Set<string>()
    for (const { row, option } of read) {
      const text = option.label[tag]?.toLocaleLowerCase('sv')
      if (text && known.has(text)) wrong(`${row}.label.${tag}`, 'option-twice')
      if (text) known.add(text)
    }
  }
}

/** The condition: answers to one earlier question. */
function conditionIn({ fields, wrong }: Reading): ShownWhen | null {
  const chosen = (fields.shownWhen ?? '')
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split(':'))
  const [question] = chosen[0] ?? []
  if (!question) return null
  if (chosen.some(([other]) => other !== question)) wrong('shownWhen', 'one-condition')
  return { question, values: [...new Set(chosen.map(([, value = '']) => value))] }
}

const verbs = ['up', 'down', 'retire', 'bring-back'] as const
export type QuestionVerb = (typeof verbs)[number]

/** What the buttons beside a question post; `from` is its place on the page, counted from 0. */
export const questionVerbInput = z.object({
  verb: z.enum(verbs),
  key: z.string().regex(/^[\w-]{1,100}$/),
  from: z.coerce.number().int().min(0).max(1000).default(0),
})
