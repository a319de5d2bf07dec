/** The languages that people write to us in and that the portal can tell apart: the twelve, and the two that come next. */
export const writtenLanguages = [
  ...['sv', 'en', 'ar', 'so', 'fa', 'ku', 'ckb'],
  ...['tr', 'bs', 'fi', 'pl', 'es', 'uk', 'ti'],
] as const
export type WrittenLanguage = (typeof writtenLanguages)[number]
