import type { StripPhoto } from '../photos/photo-strip.tsx'
import type { Translation } from '../translated-text.tsx'

type When = { day: string; time: string }
type Text = { text: string; lang: string }

/** Somebody outside to whom the resident can turn. */
export type ShownContact = { name: string; about: string; phone?: string | undefined; web: string }

/** A question of the category and what was answered; words of the resident's own have no language. */
export type ShownAnswer = { key: string; question: Text; answer: Text }

/** Something that has happened in a case, with its day and time in words. */
export type CaseEvent = When &
  (
    | { kind: 'said'; body: string; answers: ShownAnswer[]; photos: StripPhoto[] }
    | { kind: 'told'; body: string; signedAs: Text | undefined }
    | { kind: 'answered'; changed: boolean; audience: 'public' | 'resident'; body: Translation; signedAs: Text }
    | { kind: 'moved'; label: string; reason: string; outside?: ShownContact | undefined }
    | { kind: 'noted'; text: string }
  )
