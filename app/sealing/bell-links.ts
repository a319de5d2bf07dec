import { idToken, readIdToken } from './id-links.ts'

const purpose = 'bell link'

/** The secret in the link of a bell; it follows from the bell's id. */
export const bellToken = (key: Uint8Array, id: string): string => idToken(key, purpose, id)

/** The id of the bell that a link leads to; undefined for a link that is not ours. */
export const readBellToken = (key: Uint8Array, token: string): string | undefined => readIdToken(key, purpose, token)
