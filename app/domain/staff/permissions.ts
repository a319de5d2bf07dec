import type { OrganisationKind, Role } from '#db/schema/staff.ts'
import type { Kind } from '#db/schema/submissions.ts'

// The matrix of rights: role, organisation, area, kind and verb. What stands here is asked by the queries and commands;
// db/migrations/0012_rights_and_accounts.sql and 0013_areas_and_second_wall.sql are the same once more in the database, which a
// test compares row by row.

/** Verb by role. */
const allowed = {
  'submissions.read': ['officer', 'coordinator', 'registrar', 'partner'],
  // Those to whom people tell things, on the phone, at a desk or at a dialogue; it gives no right to read.
  'submissions.enter': ['officer', 'coordinator', 'organiser'],
  triage: ['officer', 'coordinator'],
  note: ['officer', 'coordinator', 'partner'],
  answer: ['officer', 'coordinator'],
  publish: ['officer', 'coordinator'],
  'commitments.report': ['officer', 'coordinator', 'partner'],
  'commitments.edit': ['coordinator'],
  'dialogues.edit': ['organiser', 'coordinator'],
  // What the city asks and advises in its form is content, which an administrator does not have.
  'questions.edit': ['coordinator'],
  // The texts that are written beforehand for everybody who answers; each authority has its own.
  'templates.edit': ['officer', 'coordinator'],
  // Who gets what comes in, and by when; a rule acts on what its writer could act on herself.
  'rules.edit': ['coordinator', 'officer'],
  insights: ['analyst', 'officer', 'coordinator'],
  'outbox.read': ['admin'],
  'settings.edit': ['admin'],
  'staff.edit': ['admin'],
  'tips.read': ['officer'],
  // One tip at a time, with the paper shares of the recovery key.
  'tips.disclose': ['registrar'],
  // An administrator sees what was done by whom, never content; a registrar sees that of her own authority.
  'audit.read': ['admin', 'registrar'],
  'register.read': ['registrar'],
  disclose: ['registrar'],
  'disposal.edit': ['registrar'],
  'secrecy.mark': ['registrar', 'officer', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof allowed

/** Kind by verb: what it takes to read one of a kind. */
const readBy = {
  concern: 'submissions.read',
  idea: 'submissions.read',
  tip: 'tips.read',
} as const satisfies Record<Kind, Permission>

/**
 * Role by whose submissions: all that her own authority has received, and what was routed to her organisation, once it
 * is screened. Who acts on them can be limited to some areas (`reachesArea`).
 */
const reaches: Record<Role, { received: boolean; routed: boolean }> = {
  admin: { received: false, routed: false },
  officer: { received: true, routed: true },
  coordinator: { received: true, routed: true },
  registrar: { received: true, routed: true },
  partner: { received: false, routed: true },
  organiser: { received: false, routed: false },
  analyst: { received: false, routed: false },
}

/**
 * Area by role: officers, coordinators and partners may be limited to some areas and then reach of the above what
 * happened there, whether it was received or routed. Registrars keep the whole register of their authority. Tips are not
 * limited: every officer who holds them opens all, since two holders must always be able to.
 */
const byArea: Record<Role, boolean> = {
  admin: false,
  officer: true,
  coordinator: true,
  registrar: false,
  partner: true,
  organiser: false,
  analyst: false,
}

/** True when whoever has the role can be limited to some areas. */
export const canBeLimited = (role: Role): boolean => byArea[role]

/** True when she is not limited to some areas, or this is one of them. */
export const reachesArea = ({ role, areas }: { role: Role; areas: readonly string[] }, area: string): boolean =>
  !canBeLimited(role) || areas.length === 0 || areas.includes(area)

/** Organisation by text: what it reads of a submission that was routed to it. */
const routedText: Record<OrganisationKind, 'original' | 'rewritten'> = {
  authority: 'original',
  municipal: 'original',
  region: 'original',
  company: 'rewritten',
  association: 'original',
}

/** True when the role has the permission; what is not listed is denied. */
export const may = (staff: { role: Role }, permission: Permission): boolean =>
  (allowed[permission] as readonly Role[]).includes(staff.role)

/** Throws when the role lacks the permission: the route should have asked first. */
export function assertMay(staff: { role: Role }, permission: Permission): void {
  if (!may(staff, permission)) throw new Error(`${staff.role} may not ${permission}`)
}

/** True when the role reads submissions of this kind, where it reaches them. */
export const readsKind = (staff: { role: Role }, kind: Kind): boolean => may(staff, readBy[kind])

/** True when the role reaches what was received by her own authority, or was routed to her organisation. */
export const reachesBy = (staff: { role: Role }, way: 'received' | 'routed'): boolean => reaches[staff.role][way]

/** True when staff of such an organisation read what the resident wrote; others read what was rewritten for them. */
export const readsRouted = (kind: OrganisationKind): boolean => routedText[kind] === 'original'
