import type { InitOptions } from 'i18next'

/** How i18next is set up everywhere. React escapes, so i18next does not; direction-override characters never pass. */
export const i18nextOptions: InitOptions = {
  fallbackLng: 'sv',
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
}
