import type { Stage } from '#app/domain/dialogues/stages.ts'

export type Text = { text: string; lang: string }

/** When and where, in words, with the day as a leaf of a calendar shows it. */
export type ToldOccasion = { leaf: { day: string; month: string }; day: string; time: string; place: string }

/** What was said, what is done, and what cannot be done and why. */
export type ToldOutcome = { said: Text[]; willDo: Text[]; cannot: Text[] }

/** A dialogue as a list shows it. */
export type ToldListed = ToldOccasion & {
  slug: string
  kind: string
  stage: Stage
  title: Text
  summary: Text
  area: string
  /** "5 platser kvar"; undefined where nobody can sign up. */
  seats: string | undefined
  languages: string
  example: boolean
  cancelledReason: Text | undefined
  outcome: ToldOutcome | undefined
}

/** A dialogue as its own page shows it. */
export type ToldDialogue = ToldListed & {
  body: Text
  address: string
  stop: string | undefined
  host: string
  interpretation: string
  closes: string
  waiting: string | undefined
  noNeed: boolean
  online: boolean
  access: { key: string; has: boolean }[]
  steps: { kind: string; day: string; time: string; text: Text }[]
  commitments: { slug: string; number: number; title: Text }[]
}

/** What the sign-up form is drawn from. */
export type SignUpParts = {
  formToken: string
  /** "1", "2" … up to the largest party. */
  sizes: { value: number; text: string }[]
  limits: { name: string; party: string; needs: string; answer: string; days: string }
  questions: {
    field: string
    label: Text
    kind: 'text' | 'choice'
    required: boolean
    options: { value: string; text: Text }[]
  }[]
  offered: { tag: string; name: string }[]
}

/** A booking as the person who holds its link sees it. */
export type ToldBooking = {
  state: 'confirmed' | 'waitlisted' | 'offered' | 'cancelled'
  /** "Ni har 3 platser", "Du står på plats 2 på reservlistan". */
  standing: string
  /** Seats that are free now for the first in the waiting list, if the party were smaller. */
  fewer: string | undefined
  name: string
  email: string | null
  partySize: number
  people: string
  needs: string
  answers: { key: string; label: Text; answer: Text | string }[]
  onlineUrl: string | null
  /** The address of the booking's own page, whole. */
  link: string
}
