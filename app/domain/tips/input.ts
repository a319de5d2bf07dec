import { z } from 'zod'
import { isRef } from '../is-ref.ts'
import { bodyLimit } from '../submissions/limits.ts'

/** The shortest passphrase for tips, in characters. */
export const passphraseLength = 16

const id = z
  .string('missing')
  .min(1, 'missing')
  .regex(/^[\w-]{1,200}$/, 'not-valid')
const idOrNobody = z
  .string('not-valid')
  .regex(/^[\w-]{0,100}$/, 'not-valid')
  .default('')
  .transform((text) => text || null)
const text = (most: number) => z.string('missing').trim().min(1, 'missing').max(most, 'too-long')

/** The fields of the forms on the pages for tips; each message is a key of the catalogue. */
export const unlockInput = z.object({ passphrase: text(200) })

const newPassphrase = z
  .string('missing')
  .trim()
  .min(1, 'missing')
  .min(passphraseLength, 'passphrase-short')
  .max(200, 'too-long')

export const passphraseInput = z
  .object({ passphrase: newPassphrase, again: z.string('missing').trim() })
  .refine(({ passphrase, again }) => passphrase === again, { path: ['again'], message: 'not-the-same' })

export const changePassphraseInput = z
  .object({ current: text(200), next: newPassphrase, nextAgain: z.string('missing').trim() })
  .refine(({ next, nextAgain }) => next === nextAgain, { path: ['nextAgain'], message: 'not-the-same' })

export const recoveryKeyInput = z.object({ seen: z.string('not-valid').max(100, 'not-valid').default('') })
export const officerInput = z.object({ officer: id })
export const revokeInput = officerInput.extend({ sure: z.literal('yes', 'not-sure') })
export const substitutesInput = z.object({ holder: id, deputy: idOrNobody, head: idOrNobody })
export const sharesInput = z.object({ share1: text(200), share2: text(200) })

export const tipReplyInput = z.object({
  message: text(bodyLimit),
  formToken: z.string('not-valid').max(200, 'not-valid'),
})
export const tipAssignInput = z.object({ from: idOrNobody, assignee: idOrNobody })
export const tipSearchInput = z.object({
  query: text(200),
  page: z.coerce.number('not-a-number').int('not-a-number').min(1, 'not-a-number').max(100, 'not-a-number').default(1),
})

/** A reference as a person types it: in small letters, too. */
export const disclosureInput = sharesInput.extend({
  ref: text(20).transform((typed) => typed.toUpperCase()),
})

/** What the address of the log asks for; what is wrong in it asks for nothing. */
export const logInput = z.object({
  ref: z.string().refine(isRef).optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
})
