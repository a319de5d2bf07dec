import type { Authority } from '#db/schema/staff.ts'
import type { OutsideAuthority } from '#db/schema/submissions.ts'

/**
 * How everybody reaches an authority that takes no part here: its page, and its own public telephone number where that is
 * known for certain.
 */
export type Contact = { phone?: string; web: string }

/** Their names, and what each looks after, stand in the catalogue `outside`. */
export const outsideContacts: Record<OutsideAuthority, Contact> = {
  trafikverket: { phone: '0771-921 921', web: 'https://www.trafikverket.se' },
  vasttrafik: { phone: '0771-41 43 00', web: 'https://www.vasttrafik.se' },
  raddningstjansten: { web: 'https://www.rsgbg.se' },
  lansstyrelsen: { phone: '010-224 40 00', web: 'https://www.lansstyrelsen.se/vastra-gotaland' },
  varden: { phone: '1177', web: 'https://www.1177.se' },
  arbetsmiljoverket: { phone: '010-730 90 00', web: 'https://www.av.se' },
  diskrimineringsombudsmannen: { phone: '08-120 20 700', web: 'https://www.do.se' },
  skatteverket: { phone: '0771-567 567', web: 'https://www.skatteverket.se' },
}

/** How a resident whose case is handed over reaches the authority that has it from then on, beside the portal. */
export const authorityContacts: Record<Authority, Required<Contact>> = {
  polisen: { phone: '114 14', web: 'polisen.se' },
  goteborg: { phone: '031-365 00 00', web: 'goteborg.se' },
}
