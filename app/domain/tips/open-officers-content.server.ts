import { decrypt, openWith } from '#app/sealing/envelopes.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { officersPlace, type OfficersContent } from './officers-content.ts'

type Sealed = { id: string; officersContent: Uint8Array | null; officersKey: Uint8Array | null }

/** What only officers read of a tip; undefined for one that was a tip from the start. */
export async function openOfficersContent(tipsKey: OpenKey, row: Sealed): Promise<OfficersContent | undefined> {
  const { id, officersContent, officersKey } = row
  if (!officersContent || !officersKey) return undefined
  const key = await openWith(tipsKey, officersKey)
  const opened = key && (await decrypt(key, officersContent, { place: officersPlace(id) }))
  if (!opened) throw new Error('what officers wrote of a tip does not open')
  return JSON.parse(opened.toString('utf8')) as OfficersContent
}
