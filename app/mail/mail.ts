import type { Language } from '#app/i18n/languages.ts'

/** A mail in plain text, ready to be sent or kept. */
export type Mail = { to: string; subject: string; text: string; language: Language }
