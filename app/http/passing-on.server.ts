import { authorityContacts, outsideContacts } from '#app/domain/submissions/outside-authorities.ts'
import type { Translated } from '#db/schema/shared.ts'
import { authorities, type Authority } from '#db/schema/staff.ts'
import { outsideAuthorities, type OutsideAuthority } from '#db/schema/submissions.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { inBoth } from './in-both.server.ts'

/** The authority that a case can be handed over to. */
export const otherAuthority = (authority: Authority): Authority => authorities.find((one) => one !== authority)!

/** The authority that is named in an address; undefined where none of ours is. */
export const authorityNamed = (text: string | undefined): Authority | undefined =>
  authorities.find((one) => one === text)

/** Who outside is named in an address; undefined where nobody is whom a resident can be sent to. */
export const outsideNamed = (text: string | null): OutsideAuthority | undefined =>
  outsideAuthorities.find((one) => one === text)

/** The letter to a resident whose case is handed over, as it is proposed: in her language and in Swedish, with how to reach them. */
export const handedOverMessage = (to: Authority, wanted: string): string =>
  inBoth(wanted, (t) => t('outside:handedOver', { authority: t(`follow:authority.${to}`), ...authorityContacts[to] }))

/**
 * The letter to a resident who has to turn to somebody else, as it is proposed: in her language and in Swedish, signed
 * with the function of who sends it.
 */
export function outsideLetter(outside: OutsideAuthority, wanted: string, signsAs: Translated): string {
  const letter = inBoth(wanted, (t) => t('outside:letter', { authority: t(`outside:name.${outside}`) }))
  return `${letter}\n\n${pick(signsAs, wanted).text}`
}

/** Whom a resident can be sent to, in words, with how to reach them. */
export const tellOutside = (language: Language, outside: OutsideAuthority) => ({
  name: words(language)(`outside:name.${outside}`),
  about: words(language)(`outside:about.${outside}`),
  ...outsideContacts[outside],
})

/** All of them, to choose from, by name. */
export const outsideChoices = (language: Language) =>
  outsideAuthorities
    .map((value) => ({ value, label: words(language)(`outside:name.${value}`) }))
    .sort((one, other) => one.label.localeCompare(other.label, language))
