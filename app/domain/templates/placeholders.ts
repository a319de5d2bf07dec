/** What may stand in braces in a template, and is filled in for the case when it is inserted. */
export const placeholders = ['ref', 'number', 'area', 'category', 'function', 'today'] as const
export type Placeholder = (typeof placeholders)[number]

const inBraces = /\{([^{}]*)\}/g

/** What stands in braces and is none of the placeholders, in the order it comes, each once. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set([...text.matchAll(inBraces)].map(([, name]) => name!).filter((name) => !isPlaceholder(name))),
]

/** The text with each placeholder filled in; what is filled in is not looked through again. */
export const fillIn = (text: string, values: Record<Placeholder, string>): string =>
  text.replace(inBraces, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole))

const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name)
