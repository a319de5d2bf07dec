import { data, redirect } from '@remix-run/node'
import { refusals, type Refused } from '#app/domain/refusals.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { becomeHolder } from '#app/domain/tips/become-holder.server.ts'
import { changePassphrase } from '#app/domain/tips/change-passphrase.server.ts'
import { grantByShares } from '#app/domain/tips/grant-by-shares.server.ts'
import { grantHolder } from '#app/domain/tips/grant-holder.server.ts'
import {
  changePassphraseInput,
  officerInput,
  passphraseInput,
  recoveryKeyInput,
  revokeInput,
  sharesInput,
  substitutesInput,
} from '#app/domain/tips/input.ts'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import { makeRecoveryKey } from '#app/domain/tips/make-recovery-key.server.ts'
import { makeTipsKey } from '#app/domain/tips/make-tips-key.server.ts'
import { revokeHolder } from '#app/domain/tips/revoke-holder.server.ts'
import { setSubstitutes } from '#app/domain/tips/set-substitutes.server.ts'
import { paths } from '#app/paths.ts'
import { countTipsTry } from './count-tips-try.server.ts'
import { checkForm, invalid, type FormReply } from './forms.server.ts'
import type { TipsSession } from './require-tips.server.ts'

type Done = Promise<Refused | object>
type Post = { request: Request; staff: Staff; sessionId: string; tipsKey: OpenKey | undefined; form: FormReply }

/** What is done on the page of the keys; each is named by its form. */
const verbs = {
  passphrase: setPassphrase,
  'change-passphrase': setOther,
  'recovery-key': newRecoveryKey,
  'tips-key': ({ staff }: Post): Done => makeTipsKey(staff),
  ...{ grant, revoke },
  substitutes: substitute,
  shares: byShares,
}
type Verb = keyof typeof verbs

/** The verb that was just done, as the page confirms it. */
export const keyVerb = (text: string | null | undefined): Verb | undefined =>
  (Object.keys(verbs) as Verb[]).find((verb) => verb === text)

/** Does what a form on the page of the keys asks for. New paper shares are in the answer, this once. */
export async function postToKeys(request: Request, { staff, sessionId, unlocked }: TipsSession, form: FormReply) {
  const verb = keyVerb(form.values.verb)
  if (!verb) throw new Response(null, { status: 404 })
  const result = await verbs[verb]({ request, staff, sessionId, tipsKey: unlocked?.tipsKey, form })
  if ('init' in result) return result
  if ('shares' in result) return data({ shares: result.shares as string[] })
  if (!('refused' in result)) return redirect(`${paths.staffTipsKeys()}?done=${verb}`, 303)
  const { refused } = result
  return data({ verb, errors: {}, refused }, { status: refusals[refused] })
}

/** Secrets are not shown again: only what was wrong with them. */
const wrong = (verb: Verb, errors: Record<string, string>) => data({ verb, errors }, { status: 422 })

async function setPassphrase({ staff, form }: Post): Done {
  const { input, errors } = checkForm(form.values, passphraseInput)
  if (!input) return wrong('passphrase', errors)
  const result = await becomeHolder(staff, input.passphrase)
  return 'fault' in result ? wrong('passphrase', { passphrase: result.fault }) : result
}

async function newRecoveryKey({ staff, tipsKey, form }: Post): Done {
  const { input, ...given } = checkForm(form.values, recoveryKeyInput)
  return input ? makeRecoveryKey(staff, { seen: input.seen, tipsKey }) : invalid(given)
}

async function setOther({ request, staff, sessionId, form }: Post): Done {
  const { input, errors } = checkForm(form.values, changePassphraseInput)
  if (!input) return wrong('change-passphrase', errors)
  const throttled = await countTipsTry(request, staff, { verb: 'change-passphrase', errors: {} })
  if (throttled) return throttled
  const result = await changePassphrase(staff, { sessionId, current: input.current, passphrase: input.next })
  if ('fault' in result) return wrong('change-passphrase', { next: result.fault })
  const isWrong = 'refused' in result && result.refused === 'wrong-passphrase'
  return isWrong ? wrong('change-passphrase', { current: 'wrong-passphrase' }) : result
}

async function grant({ staff, tipsKey, form }: Post): Done {
  const { input, ...given } = checkForm(form.values, officerInput)
  if (!tipsKey) return { refused: 'keys-locked' } satisfies Refused
  return input ? grantHolder(staff, tipsKey, input.officer) : invalid(given)
}

/** What cannot be undone is asked for twice: by the button, and by the box beside it. */
async function revoke({ staff, tipsKey, form }: Post): Done {
  const { input, errors } = checkForm(form.values, revokeInput)
  if (!tipsKey) return { refused: 'keys-locked' } satisfies Refused
  if (input) return revokeHolder(staff, tipsKey, input.officer)
  return wrong('revoke', errors.sure ? { [`sure-${form.values.officer}`]: errors.sure } : errors)
}

async function substitute({ staff, tipsKey, form }: Post): Done {
  const { input, ...given } = checkForm(form.values, substitutesInput)
  if (!tipsKey) return { refused: 'keys-locked' } satisfies Refused
  return input ? setSubstitutes(staff, tipsKey, input) : invalid(given)
}

async function byShares({ request, staff, form }: Post): Done {
  const { input, errors } = checkForm(form.values, sharesInput)
  const throttled = await countTipsTry(request, staff, { verb: 'shares', errors: {} })
  if (throttled) return throttled
  return input ? grantByShares(staff, [input.share1, input.share2]) : wrong('shares', errors)
}
