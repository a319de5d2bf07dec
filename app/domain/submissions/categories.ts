import type { Category, Kind } from '#db/schema/submissions.ts'
import type { Authority } from '#db/schema/staff.ts'

type Rule = {
  /** The authority that receives a concern or an idea of this category and registers it. */
  receivedBy: Authority
  /** The public place is shown one step coarser (about 350 m instead of 130 m). */
  sensitive: boolean
  /** How far apart, and how many days after it was published, another may be about the same thing. At most 1,100 metres. */
  likeness: { metres: number; days: number }
}

const city = { receivedBy: 'goteborg', sensitive: false } as const
const police = { receivedBy: 'polisen', sensitive: false } as const
const within = (metres: number, days: number) => ({ likeness: { metres, days } })

export const categoryRules: Record<Category, Rule> = {
  lighting: { ...city, ...within(150, 120) },
  litter: { ...city, ...within(150, 60) },
  vandalism: { ...city, ...within(150, 90) },
  traffic: { ...police, ...within(300, 120) },
  drugs: { ...police, sensitive: true, ...within(500, 120) },
  'youths-at-risk': { ...city, sensitive: true, ...within(600, 120) },
  'unsafe-place': { ...city, ...within(250, 180) },
  violence: { ...police, sensitive: true, ...within(600, 60) },
  disorder: { ...police, ...within(250, 60) },
  fires: { ...police, ...within(300, 30) },
  vehicles: { ...city, ...within(150, 60) },
  upkeep: { ...city, ...within(200, 120) },
  'meeting-places': { ...city, ...within(600, 365) },
  treatment: { ...police, sensitive: true, ...within(600, 180) },
  praise: { ...city, ...within(300, 60) },
  other: { ...city, ...within(200, 90) },
}

/** Who receives a new submission: by kind first, then by category. */
export const receivingAuthority = (kind: Kind, category: Category): Authority =>
  kind === 'tip' ? 'polisen' : categoryRules[category].receivedBy

/** The kinds that take submissions now: a tip is told where to turn until it can be sealed. */
export const openKinds = ['concern', 'idea'] as const satisfies readonly Kind[]
export type OpenKind = (typeof openKinds)[number]
