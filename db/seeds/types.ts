/** A text in the languages it has. Swedish is the source and always there. */
export type Translated = { sv: string; en?: string; ar?: string; so?: string }

/** A position as GeoJSON writes it: longitude first, then latitude. */
export type Point = [lon: number, lat: number]

export type Area = {
  code: string
  slug: string
  name: string
  /** The mellanområde that the area is a part of. */
  districtCode: string
  districtName: string
  lat: number
  lon: number
  /** Few people live here, so a public place is shown one step coarser. */
  sparse: boolean
  /** A closed ring: the first point is also the last. */
  outline: Point[]
}

export type WorkingArea = { slug: string; name: string; areaCodes: string[] }

export type EverydayName = { name: string; areaCodes: string[] }

export type Place = {
  slug: string
  name: string
  kind: 'square' | 'stop'
  areaCode: string
  lat: number
  lon: number
  /** Other names that people use for the same place. */
  aliases: string[]
}

export type MapLine = { name: string; kind: 'tram' | 'water'; line: Point[] }

export type Organisation = {
  slug: string
  name: string
  kind: 'authority' | 'municipal' | 'company' | 'association' | 'region'
  /** The authority whose staff its people are; null where they belong to neither. */
  authority: 'polisen' | 'goteborg' | null
  /** When its entries become public: by the month, a week after the month has ended, or at once. */
  entriesShown: 'monthly' | 'at-once'
}

export type Measure = {
  kind: 'count' | 'schedule' | 'service-level' | 'done' | 'none'
  comparison?: 'at-least'
  target?: number
  /** What is counted, in the plural. */
  unit?: Translated
  per?: 'pledge' | 'year' | 'term'
}

export type Commitment = {
  number: number
  /** Unique over all pledges. */
  slug: string
  title: Translated
  body: Translated
  measure: Measure
  /** Slugs of organisations. */
  owners: string[]
}

export type Pledge = {
  slug: string
  startsOn: string
  endsOn: string
  title: Translated
  situation: Translated
  focus: Translated
  aims: Translated[]
  followAlong: Translated
  contact: Translated
  commitments: Commitment[]
}

export type Entry = {
  /** Slug of the commitment. */
  commitment: string
  /** Slug of the organisation that reports. */
  organisation: string
  on: string
  /** Null where the commitment has no measure and the entry only tells what was done. */
  count: number | null
  areaCode?: string
  note?: string
}

export type Category =
  | 'lighting'
  | 'litter'
  | 'vandalism'
  | 'traffic'
  | 'drugs'
  | 'youths-at-risk'
  | 'unsafe-place'
  | 'violence'
  | 'disorder'
  | 'fires'
  | 'vehicles'
  | 'upkeep'
  | 'meeting-places'
  | 'treatment'
  | 'praise'
  | 'other'

export type Status =
  | 'received'
  | 'screening'
  | 'in_progress'
  | 'waiting_for_resident'
  | 'answered'
  | 'closed'
  | 'redirected'
  | 'merged'
  | 'not_pursued'
  | 'reopen_requested'

/** Where a submission points: a named place, a point on the map, or the whole area. */
export type Whereabouts = { place: string } | { lat: number; lon: number } | { wholeArea: true }

export type Message = { from: 'resident' | 'staff'; body: string; daysAgo: number }

export type Submission = Whereabouts & {
  key: string
  kind: 'concern' | 'idea'
  category: Category
  status: Status
  areaCode: string
  placeNote?: string
  /** The language that `body` and the thread are written in; of what was told, the one that the answer is read in. */
  language: 'sv' | 'en' | 'ar' | 'so'
  body: string
  /** What was answered to the questions of the category, by their keys. */
  answers?: { question: string; values: string[] }[]
  /** Photos of a dark path: which of its four lamps shine, the nearest being 0. */
  photos?: { lit: number[] }[]
  /** Set where staff wrote it down: how it was told, and from which language it was interpreted. */
  told?: { channel: 'phone' | 'paper' | 'dialogue' | 'desk'; interpretedFrom?: string }
  /** Why it is held for a closer look. */
  heldFor?: ('too-fast' | 'many-from-one-visitor')[]
  daysAgo: number
  thread?: Message[]
  /** An internal note, in Swedish. */
  note?: string
  /** Key of the submission that this one was merged into. */
  mergedInto?: string
  /** Why it is not pursued, or where it was redirected: told to the resident, in the resident's language. */
  reason?: string
  published?: { title: Translated; body: Translated; daysAgo: number }
  /** Public where the submission is published, otherwise to the resident alone. */
  response?: { body: Translated; daysAgo: number; signedAs: Translated }
  /** Numbers of commitments in the example pledge. */
  commitments?: number[]
}

export type DialogueQuestion = {
  label: Translated
  kind: 'text' | 'choice'
  options?: Translated[]
  required: boolean
}

/** One of the three steps of a safety walk, with its day counted from the walk. */
export type WalkStep = { kind: 'before' | 'walk' | 'follow-up'; dayOffset: number; text: Translated }

/** A sign-up; whether it is confirmed or on the waiting list follows from the order and the capacity. */
export type Booking = { name: string; partySize: number; language: string; needs?: string }

export type Outcome = { said: Translated[]; willDo: Translated[]; cannot: Translated[] }

export type Dialogue = {
  slug: string
  kind: 'meeting' | 'drop-in' | 'digital' | 'hybrid' | 'safety-walk'
  title: Translated
  summary: Translated
  body: Translated
  /** Days from today; negative where it has been held. */
  startsInDays: number
  /** Stockholm time, HH:MM. */
  startTime: string
  minutes: number
  placeName: string
  address?: string
  /** Slug of a place. */
  place: string
  areaCode: string
  /** Null where there is no limit. */
  capacity: number | null
  maxPartySize: number
  /** Language tags. */
  languages: string[]
  interpretation: string[]
  stepFree: boolean
  hearingLoop: boolean
  childcare: boolean
  food: boolean
  organisation: string
  questions?: DialogueQuestion[]
  steps?: WalkStep[]
  cancelledReason?: Translated
  outcome?: Outcome
  bookings: Booking[]
  /** Numbers of commitments in the example pledge. */
  commitments: number[]
}

/** A made-up tip: about a named place or a whole area. */
export type ExampleTip = ({ place: string } | { areaCode: string }) & {
  category: Category
  placeNote: string
  language: 'sv' | 'en' | 'ar' | 'so'
  body: string
  daysAgo: number
}

/** A text that those who answer have written beforehand. */
export type Template = {
  authority: 'polisen' | 'goteborg'
  use: 'answer' | 'reply'
  name: string
  /** Where it is offered; everywhere when left out. */
  category?: Category
  body: Translated
}
