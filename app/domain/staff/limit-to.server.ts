import type { Role } from '#db/schema/staff.ts'
import { districtAreas } from '../areas/queries.server.ts'
import type { Refused } from '../refusals.ts'
import { canBeLimited } from './permissions.ts'

/**
 * The areas that somebody in this role is limited to, in order; all of them is the same as none: no limit. A role that
 * cannot be limited has no limit, whatever was asked for. Refuses an area that is none.
 */
export async function limitTo(role: Role, wanted: readonly string[] = []): Promise<Refused | { areas: string[] }> {
  if (!canBeLimited(role)) return { areas: [] }
  const codes = (await districtAreas()).map(({ code }) => code)
  if (!wanted.every((code) => codes.includes(code))) return { refused: 'no-such-area' }
  const areas = codes.filter((code) => wanted.includes(code)).sort()
  return { areas: areas.length === codes.length ? [] : areas }
}
