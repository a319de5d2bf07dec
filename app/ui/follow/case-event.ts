type When = { day: string; time: string }
type Text = { text: string; lang: string }

/** Something that has happened in a case, with its day and time in words. */
export type CaseEvent = When &
  (
    | { kind: 'said'; body: string }
    | { kind: 'told'; body: string; signedAs: Text | undefined }
    | { kind: 'answered'; changed: boolean; audience: 'public' | 'resident'; body: Text; signedAs: Text }
    | { kind: 'moved'; label: string; reason: string }
  )
