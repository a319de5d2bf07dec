import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** How the bell under a code stands, in words; of the address no more than its owner needs to know it again. */
export function tellBell(language: Language, bell: { email: string; confirmed: boolean } | undefined) {
  if (!bell) return undefined
  const state = bell.confirmed ? ('rings' as const) : ('waits' as const)
  return { state, text: words(language)(`follow:bell.${state}`, { address: masked(bell.email) }) }
}

/** "a…@example.com": the screen may be seen, or the code be held, by somebody else. */
const masked = (email: string): string => `\u2068${email.slice(0, 1)}…${email.slice(email.lastIndexOf('@'))}\u2069`
