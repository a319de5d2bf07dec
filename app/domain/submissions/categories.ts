import type { Category, Kind } from '#db/schema/submissions.ts'
import type { Authority } from '#db/schema/staff.ts'

type Rule = {
  /** The authority that receives a concern or an idea of this category and registers it. */
  receivedBy: Authority
  /** The public place is shown one step coarser (about 350 m instead of 130 m). */
  sensitive: boolean
}

const city: Rule = { receivedBy: 'goteborg', sensitive: false }
const police: Rule = { receivedBy: 'polisen', sensitive: false }

export const categoryRules: Record<Category, Rule> = {
  lighting: city,
  litter: city,
  vandalism: city,
  traffic: police,
  drugs: { ...police, sensitive: true },
  'youths-at-risk': { ...city, sensitive: true },
  'unsafe-place': city,
  violence: { ...police, sensitive: true },
  disorder: police,
  fires: police,
  vehicles: city,
  upkeep: city,
  'meeting-places': city,
  treatment: { ...police, sensitive: true },
  praise: city,
  other: city,
}

/** Who receives a new submission: by kind first, then by category. */
export const receivingAuthority = (kind: Kind, category: Category): Authority =>
  kind === 'tip' ? 'polisen' : categoryRules[category].receivedBy

/** The kinds that take submissions now: a tip is told where to turn until it can be sealed. */
export const openKinds = ['concern', 'idea'] as const satisfies readonly Kind[]
export type OpenKind = (typeof openKinds)[number]
