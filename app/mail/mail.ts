import type { Language } from '#app/i18n/languages.ts'

/** A mail in plain text, ready to be sent or kept. */
export type Mail = {
  to: string
  subject: string
  text: string
  language: Language
  /** The languages in which it says the same once more. */
  also?: readonly Language[]
  /** The whole address that ends mail of this kind with one POST, for what the mail program offers (RFC 8058). */
  stopAt?: string
}
