import { as } from '#db/client.server.ts'
import type { HeldReason } from '#db/schema/submissions.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { codeHash, codeKeyPair, receiptCode } from '#app/sealing/receipts.ts'
import { locate, type Location } from '../areas/locate.server.ts'
import { formHashOf } from '../photos/photos-of-form.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import { guessLanguage } from '../submissions/guess-language.server.ts'
import type { SubmitInput } from '../submissions/input.server.ts'
import type { InWords } from '../submissions/keep-resent.server.ts'
import { publicPlace } from '../submissions/public-place.server.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { insertTip, type TipForm } from './insert-tip.server.ts'
import { keepResentTip } from './keep-resent-tip.server.ts'
import type { TipContent } from './sealed-content.server.ts'
import { tipFormKey } from './tip-forms.server.ts'
import { tipsAreTaken } from './tips-are-taken.server.ts'
import { findTipsKey } from './tips-key.server.ts'

export type TipInput = Omit<SubmitInput, 'kind' | 'contactEmail'>

type Circumstances = {
  /** Marks seeded rows. */
  example?: boolean
  /** Why it is to be looked at more closely; it is taken all the same. */
  heldFor?: HeldReason[]
  /** When it came. */
  now?: Date
  /** Words what was chosen otherwise when the same form is sent once more. */
  inWords?: InWords | undefined
}

/**
 * Takes a tip, with the photos that wait for its form, and gives its receipt code. All that it says is sealed under a
 * key of its own, which opens with the tips key and with the code. The same form posted twice gives the same code and
 * one tip; what is changed in it the second time goes into the thread. Nothing is written outside the tables of tips.
 * Refuses while tips are not taken, a form that is none of tips or older than seven days, and a place outside the
 * district.
 */
export async function takeTip(
  input: TipInput,
  { example = false, heldFor = [], now = new Date(), inWords }: Circumstances = {},
): Promise<Refused | { code: string; ref: string }> {
  const { formToken } = input
  if (!(await tipsAreTaken())) return { refused: 'not-allowed' }
  if (!isFormToken(await tipFormKey(), formToken)) return { refused: 'stale-form' }
  const location = await locate(input)
  if ('refused' in location) return location

  const content: TipContent = { ...(await contentOf(input, location)), heldFor, at: now.toISOString() }
  const { areaCode } = location
  const form = await formOf(formToken)
  const stored = await as({ as: 'resident', ...form }, async (tx) => {
    const tipsKey = await findTipsKey(tx)
    return tipsKey && insertTip(tx, form, { content, areaCode, receivedOn: dayOf(now), example, tipsKey })
  })
  if (!stored) return { refused: 'not-allowed' }
  if (!stored.isNew) await keepResentTip(form, { stored, sent: { ...content, areaCode } }, inWords)
  return { code: form.code, ref: stored.ref }
}

async function contentOf(input: TipInput, location: Location): Promise<Omit<TipContent, 'heldFor' | 'at'>> {
  const { category, body, placeNote, language, answers = [] } = input
  const { lat, lon, place } = location
  const { cell } = await publicPlace({ category, ...location })
  return { category, body, placeNote, language, answers, lat, lon, place, cell, writtenIn: guessLanguage(body) }
}

async function formOf(formToken: string): Promise<TipForm> {
  const code = receiptCode(await lastingKey('receipt codes'), formToken)
  const hashes = { codeHash: codeHash(await lastingKey('code hashes'), code), formHash: await formHashOf(formToken) }
  return { formToken, code, pair: await codeKeyPair(code), ...hashes }
}
