/** What each language that people write to us in calls itself. */
export const languageNames = {
  sv: 'Svenska',
  en: 'English',
  ar: 'العربية',
  so: 'Soomaali',
  fa: 'فارسی',
  ku: 'Kurdî (Kurmancî)',
  ckb: 'کوردیی ناوەندی',
  tr: 'Türkçe',
  bs: 'Bosanski / hrvatski / srpski',
  fi: 'Suomi',
  pl: 'Polski',
  es: 'Español',
  uk: 'Українська',
  ti: 'ትግርኛ',
} as const
