/** The keys of each page, by what they do; the catalogue `keys` says it in words. */
export const keys = {
  queue: { next: 'j', previous: 'k', open: 'o', search: '/', mark: 'x', answer: 's' },
  case: {
    ...{ next: 'j', previous: 'k', queue: 'u' },
    ...{ move: 'm', assign: 'a', reply: 'r', answer: 's', note: 'n', link: 'l' },
  },
} as const

export type KeyPage = keyof typeof keys
/** What can be done on a page by a key; what is undefined cannot. */
export type Acts<Page extends KeyPage> = Partial<Record<keyof (typeof keys)[Page], (() => void) | undefined>>
