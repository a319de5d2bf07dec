import type { Category, Kind } from '#db/schema/submissions.ts'
import { plain } from '../plain.ts'

/** When a rule is met. A list without anything in it asks for nothing; of one that asks, any of its members will do. */
export type Conditions = {
  areas: string[]
  categories: Category[]
  kinds: Kind[]
  languages: string[]
  words: string[]
  /** The time of day in Stockholm, HH:MM; the second may be the morning after. Both or none. */
  fromTime: string | null
  toTime: string | null
}

type Received = {
  areaCode: string
  category: Category
  kind: Kind
  writtenIn: string | null
  language: string
  body: string
  placeNote: string
  createdAt: Date
}

/** What a rule looks at, read out of a submission once however many rules there are. */
export type Facts = Pick<Received, 'areaCode' | 'category' | 'kind'> & {
  /** The language it is written in; where nobody could tell, the one the resident wants an answer in. */
  language: string
  /** The text and the note about the place, in the plain form that words are compared in. */
  text: string
  time: string
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' })

export const factsOf = ({
  areaCode,
  category,
  kind,
  writtenIn,
  language,
  body,
  placeNote,
  createdAt,
}: Received): Facts => ({
  ...{ areaCode, category, kind, language: writtenIn ?? language },
  text: ` ${plain(`${body}\n${placeNote}`)}`,
  time: clock.format(createdAt),
})

/** The first rule that is met, in the order given; undefined when none is. */
export const firstMatch = <Rule extends Conditions>(rules: readonly Rule[], facts: Facts): Rule | undefined =>
  rules.find((rule) => matches(rule, facts))

/** True when every condition of a rule is met. A word is found where some word begins with it. */
export function matches(rule: Conditions, facts: Facts): boolean {
  return (
    among(rule.areas, facts.areaCode) &&
    among(rule.categories, facts.category) &&
    among(rule.kinds, facts.kind) &&
    among(rule.languages, facts.language) &&
    (rule.words.length === 0 || rule.words.some((word) => facts.text.includes(` ${plain(word)}`))) &&
    within(rule, facts.time)
  )
}

const among = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value)

/** From the first minute up to, and not including, the last; past midnight where the last comes before the first. */
function within({ fromTime, toTime }: Conditions, time: string): boolean {
  if (fromTime === null || toTime === null) return true
  return fromTime < toTime ? time >= fromTime && time < toTime : time >= fromTime || time < toTime
}
