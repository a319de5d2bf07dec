import type { Authority, Role } from '#db/schema/staff.ts'
import { may, reachesArea } from '../staff/permissions.ts'

type Person = { id: string; role: Role; areas: string[]; authority: Authority | null }

/**
 * Who of these people is told that something is overdue in these areas of these authorities: the coordinators of each
 * authority, or all who handle where it has none, each of the areas that they reach.
 */
export function hearsAmong<Someone extends Person>(
  people: Someone[],
  overdue: { authority: Authority; area: string }[],
): Someone[] {
  const handlers = people.filter((person) => may(person, 'triage'))
  const coordinated = new Set(handlers.filter(({ role }) => role === 'coordinator').map(({ authority }) => authority))
  return handlers
    .filter(({ role, authority }) => role === 'coordinator' || !coordinated.has(authority))
    .filter((person) =>
      overdue.some(({ authority, area }) => authority === person.authority && reachesArea(person, area)),
    )
}
