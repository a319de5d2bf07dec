import { afterAll, beforeAll, expect } from 'vitest'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import * as unlock from '#app/routes/staff.tips.unlock.tsx'
import { cookieFrom, post } from './call-route.ts'
import { newHolders, openKeyOf, withoutKeys, withoutTips, type Officer } from './new-holders.ts'

/** Two holders of tips for the tests of a file, before which there is no tip, and after which neither tip nor key is left. */
export function holdersOfFile(): { officers: Officer[]; shares: string[]; tipsKey: OpenKey } {
  const held = {} as { officers: Officer[]; shares: string[]; tipsKey: OpenKey }
  beforeAll(async () => {
    await withoutTips()
    Object.assign(held, await newHolders(2))
    held.tipsKey = await openKeyOf(held.officers[0]!)
  })
  afterAll(async () => {
    await withoutTips()
    await withoutKeys()
  })
  return held
}

/** Unlocks as a browser does; gives its cookies. */
export async function unlocked({ cookie, passphrase }: Officer): Promise<string> {
  const answer = await post(unlock, '/staff/tips/unlock', { cookie, fields: { passphrase } })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/staff/tips'])
  return `${cookie}; ${cookieFrom(answer)}`
}
