import type { Role } from '#db/schema/staff.ts'

/** Who may do what, in general; which submissions a person reaches is decided by visible-to.server.ts. */
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
  insights: ['analyst', 'officer', 'coordinator'],
  'outbox.read': ['admin'],
  'settings.edit': ['admin'],
  'staff.edit': ['admin'],
  'tips.read': ['officer'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof allowed

/** True when the role has the permission; what is not listed is denied. */
export const may = (staff: { role: Role }, permission: Permission): boolean =>
  (allowed[permission] as readonly Role[]).includes(staff.role)

/** Throws when the role lacks the permission: the route should have asked first. */
export function assertMay(staff: { role: Role }, permission: Permission): void {
  if (!may(staff, permission)) throw new Error(`${staff.role} may not ${permission}`)
}
