import { createCookie } from '@remix-run/node'
import { deriveKey, seal, unseal } from '#app/sealing/keys.ts'
import { settings } from '#app/settings.server.ts'
import type { Authority } from '#db/schema/staff.ts'
import type { KeptCode } from '#app/domain/tips/add-tip-message.server.ts'
import { isSecure } from './request.server.ts'

/**
 * A cookie whose content only the portal can read: HttpOnly, SameSite=Lax, encrypted under a key of its own, and valid
 * for `seconds` from when it was last set, whatever the browser thinks.
 */
export function sealedCookie<Content>(name: string, seconds: number) {
  const cookie = () => createCookie(name, { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() })
  const key = () => deriveKey(settings().appSecret, `cookie ${name}`)
  return {
    /** The header value that keeps the content. */
    keep: (content: Content, now = Date.now()) =>
      cookie().serialize(seal(key(), JSON.stringify({ content, until: now + seconds * 1000 })), { maxAge: seconds }),
    /** The content, or undefined when there is none, it is too old or not ours. */
    async read(request: Request, now = Date.now()): Promise<Content | undefined> {
      const value: unknown = await cookie().parse(request.headers.get('Cookie'))
      const opened = typeof value === 'string' ? unseal(key(), value) : undefined
      if (!opened) return undefined
      const { content, until } = JSON.parse(opened) as { content: Content; until: number }
      return now < until ? content : undefined
    },
    /** The header value that forgets it. */
    forget: () => cookie().serialize('', { maxAge: 0 }),
  }
}

/**
 * A receipt that is shown once: whether the address that was left is sent its mail or has to wait, and whether it is for
 * following what somebody else has sent.
 */
export type KeptReceipt = { code: string; ref: string; bell?: 'asked' | 'later' | undefined; follows?: boolean }

/** Shows the receipt code once: for ten minutes, or until the resident says that she has saved it. */
export const receiptCookie = sealedCookie<KeptReceipt>('receipt', 10 * 60)

/**
 * Keeps a thread open for 30 idle minutes: the receipt code, which what is sealed opens with, and the hash it is found
 * by. Both are kept of every code, so that no cookie is longer than another.
 */
export const followCookie = sealedCookie<KeptCode>('follow', 30 * 60)

/** Whose code is awaited: the password was right, and her second factor is asked for, for ten minutes. */
export const secondStepCookie = sealedCookie<{ staffId: string; email: string }>('second-step', 10 * 60)

/** What a passkey is to sign, for five minutes; `staffId` where one is made. */
export const passkeyCookie = sealedCookie<{ challenge: string; staffId?: string }>('passkey', 5 * 60)

/**
 * What must come back from the issuer of single sign-on, within ten minutes, and what it is for beside signing in: to take
 * up an invitation, or to prove anew who one is (`since` then) before going on to a page.
 */
export const singleSignOnCookie = sealedCookie<{
  asked: { state: string; nonce: string; verifier: string }
  invitation?: string | undefined
  again?: { to: string; since: number } | undefined
}>('sign-on', 10 * 60)

/**
 * A browser in which somebody has signed in before: her tries from it are counted by themselves, so that whoever else
 * tries, from the same network even, cannot shut her out.
 */
export const knownBrowserCookie = sealedCookie<{ browser: string; accounts: string[] }>(
  'known-browser',
  180 * 24 * 60 * 60,
)

/** Shows the code of what was written down for a resident to the one who wrote it (`staffId`), to hand it over. */
export const handOverCookie = sealedCookie<{
  code: string
  ref: string
  language: string
  authority: Authority
  staffId: string
  /** What is to be said to her, when an answer calls for more than writing down. */
  advice?: { text: string; lang: string } | undefined
}>('hand-over', 10 * 60)
