import { createHash } from 'node:crypto'
import { once } from '#db/once.server.ts'
import { baseMap } from './base-map.server.ts'

/** The built-in map as it is sent, and a hash that changes when it does. */
export type MapData = { json: string; hash: string }

/** What the live map is drawn from, written once per process. */
export function mapData(): Promise<MapData> {
  const kept = once<{ data?: Promise<MapData> }>('map data', () => ({}))
  kept.data ??= writeMapData().catch((error) => {
    delete kept.data
    throw error
  })
  return kept.data
}

async function writeMapData(): Promise<MapData> {
  const json = JSON.stringify(await baseMap())
  return { json, hash: createHash('sha256').update(json).digest('hex').slice(0, 16) }
}
