import { categories, type Category, type QuestionAnswer } from '#db/schema/submissions.ts'
import type { Translated } from '#db/schema/shared.ts'
import { freeText } from './input.server.ts'
import { answerLimit } from './limits.ts'
import { offeredOptions } from './question-rules.ts'
import { questionsOf, type Question } from './questions.server.ts'
import { shownQuestions } from './shown-questions.ts'

/** Answers travel in the form as `answers.{key}`. */
const field = (key: string): string => `answers.${key}`

export type ReadAnswers = {
  answers: QuestionAnswer[]
  /** The keys of the questions that are to be asked, as far as they were answered. */
  asked: string[]
  /** One code per field that is wrong (keys of the catalogue `errors`). */
  errors: Record<string, string>
  /** An answer after which the form is not the way now: its question, the advice, and the answer to go on with. */
  stopped: { question: string; advice: Translated; goesOn: string } | undefined
}

/**
 * Reads the answers to a category's questions out of what was posted. No question must be answered. What was not asked,
 * or is not among the options, is dropped; an option that was withdrawn while she wrote still counts. A number or a
 * moment that is none, a moment that lies ahead of `now`, and a text that is too long, are errors.
 */
export async function readAnswers(
  category: string,
  values: Record<string, string>,
  now = new Date(),
): Promise<ReadAnswers> {
  const read: ReadAnswers = { answers: [], asked: [], errors: {}, stopped: undefined }
  const known = categories.find((one): one is Category => one === category)
  if (!known) return read
  const questions = await questionsOf(known)
  for (const question of shownQuestions(questions, (key) => chosenIn(questions, key, values))) {
    const answer = readAnswer(question, values[field(question.key)] ?? '', now)
    read.asked.push(question.key)
    if ('error' in answer) read.errors[field(question.key)] = answer.error
    else if (answer.values.length > 0) read.answers.push({ question: question.key, values: answer.values })
    if ('values' in answer) read.stopped ??= stoppedBy(question, answer.values)
  }
  if (read.stopped) read.errors[field(read.stopped.question)] = 'stopped'
  return read
}

function chosenIn(questions: readonly Question[], key: string, values: Record<string, string>): readonly string[] {
  const question = questions.find((one) => one.key === key)
  const answer = question && readAnswer(question, values[field(key)] ?? '', new Date())
  return answer && 'values' in answer ? answer.values : []
}

function stoppedBy({ key, kind, options }: Question, chosen: readonly string[]): ReadAnswers['stopped'] {
  const offered = offeredOptions({ options })
  const stopping = offered.filter(({ stops }) => stops).map(({ value }) => value)
  const advice = offered.find(({ value, stops }) => stops && chosen.includes(value))?.stops
  if (!advice) return undefined
  // Of several answers those that do not stop stay; of one, the first that does not stop takes its place.
  const others = chosen.filter((value) => !stopping.includes(value)).join(',')
  const goesOn = kind === 'choices' ? others : (offered.find(({ stops }) => !stops)?.value ?? '')
  return { question: key, advice, goesOn }
}

type Answer = { values: string[] } | { error: string }

function readAnswer({ kind, options }: Question, posted: string, now: Date): Answer {
  const text = posted.trim()
  if (text === '' || kind === 'notice') return { values: [] }
  if (kind === 'choice' || kind === 'choices') {
    const given = kind === 'choice' ? [text] : text.split(',')
    return { values: options.map(({ value }) => value).filter((value) => given.includes(value)) }
  }
  if (kind === 'number') return readNumber(inWesternDigits(text))
  if (kind === 'moment') return readMoment(inWesternDigits(text), now)
  const written = freeText(answerLimit).safeParse(posted)
  if (!written.success) return { error: 'too-long' }
  return { values: written.data === '' ? [] : [written.data] }
}

/** Arabic and Persian digits are digits too. */
const inWesternDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('\u066b', '.')

function readNumber(text: string): Answer {
  const number = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(number)) return { error: 'not-a-number' }
  return { values: [String(Number(number))] }
}

/** A day, a time of day, or both: "2026-11-22 21:30". The day and the time may come from a field each. */
function readMoment(text: string, now: Date): Answer {
  if (/^[\s,T]*$/.test(text)) return { values: [] }
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})?[\s,T]*(?:(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?)?$/.exec(text) ?? []
  const time = hour && `${hour.padStart(2, '0')}:${minute}`
  if ((!day && !time) || (day && !isDay(day)) || (hour && !(Number(hour) < 24 && Number(minute) < 60)))
    return { error: 'not-a-moment' }
  const moment = [day, time].filter(Boolean).join(' ')
  return day && moment > clockInGothenburg(now) ? { error: 'future-moment' } : { values: [moment] }
}

/** Clocks differ: what happened a moment ago may have been later by the clock of who saw it, in milliseconds. */
const leeway = 5 * 60 * 1000

/** "2026-11-23 21:35", as the clocks here show at most. */
const clockInGothenburg = (now: Date): string =>
  new Date(now.getTime() + leeway).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16)

/** True for a day that is in the calendar, of our own times. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T12:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && /^(19|20)/.test(day)
}
