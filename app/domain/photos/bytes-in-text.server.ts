import { sql } from 'drizzle-orm'

/** Bytes as the database reads them from a text: as a parameter of their own they would be held several times over. */
export const inText = (bytes: Buffer) => sql<Uint8Array>`decode(${bytes.toString('base64')}, 'base64')`
