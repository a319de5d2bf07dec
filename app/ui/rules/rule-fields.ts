/** One thing to choose, by its value and in words. */
export type Option = { value: string; label: string }

/** What the parts of the form of a rule are given. */
export type RuleFields = {
  choices: Record<
    'kinds' | 'categories' | 'areas' | 'languages' | 'priorities' | 'organisations' | 'colleagues' | 'templates',
    Option[]
  >
  values: Record<string, string>
  errors: Record<string, string>
  labels: Record<string, string>
}

/** What a rule would have done with what has come in, in words; `mark` lets it be saved as it was tried. */
export type ShownTrial = {
  mark: string
  found: string
  earlier: string
  assigned: string
  suggested: string
  tried: TriedOn
}

/** Some of what was tried on, and how many more there are. */
export type TriedOn = { list: { ref: string; to: string; day: string; title: string }[]; more: string }

type WayEnd = { name: string | undefined; does: string[] }

/** What would have come of a change of the rules as a whole, in words; `mark` lets it be done as it was tried. */
export type ShownChange = {
  mark: string
  found: string
  elsewhere: string
  ways: { key: string; count: string; from: WayEnd; to: WayEnd }[]
  tried: TriedOn
}

/** What the form shows after it was posted. */
export type RuleFormReply = Pick<RuleFields, 'values' | 'errors'> & {
  refused?: string | undefined
  trial?: ShownTrial | undefined
}
