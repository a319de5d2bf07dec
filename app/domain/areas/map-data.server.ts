import { createHash } from 'node:crypto'
import { askedOnce } from '#db/once.server.ts'
import { baseMap } from './base-map.server.ts'

/** The built-in map as it is sent, and a hash that changes when it does. */
export type MapData = { json: string; hash: string }

/** What the live map is drawn from, written once per process. */
export const mapData = askedOnce('map data', writeMapData)

async function writeMapData(): Promise<MapData> {
  const json = JSON.stringify(await baseMap())
  return { json, hash: createHash('sha256').update(json).digest('hex').slice(0, 16) }
}
