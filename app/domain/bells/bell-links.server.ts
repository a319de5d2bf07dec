import { bellToken, readBellToken } from '#app/sealing/bell-links.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

/** The secret of the link to a bell, made anew from its id for each mail. */
export const linkOfBell = async (bellId: string): Promise<string> => bellToken(await lastingKey('bells'), bellId)

/** The id of the bell that a link leads to, whether or not it still hangs there; undefined for a link that is not ours. */
export const bellOfLink = async (token: string): Promise<string | undefined> =>
  readBellToken(await lastingKey('bells'), token)
