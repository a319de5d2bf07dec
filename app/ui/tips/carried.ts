const fields = ['verb', 'message', 'formToken', 'from', 'assignee'] as const

/** What was posted to a tip, or typed and not sent, while its page asks for the passphrase. */
export type Carried = Partial<Record<(typeof fields)[number], string>> & { verb: string }

/** What of a form is to be carried to its tip; undefined when there is nothing to be done there. */
export function carriedOf(values: Record<string, string>): Carried | undefined {
  const { verb } = values
  if (!verb) return undefined
  return Object.assign({ verb }, ...fields.map((name) => (values[name] === undefined ? {} : { [name]: values[name] })))
}
