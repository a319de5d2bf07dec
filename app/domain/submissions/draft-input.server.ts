import { z } from 'zod'
import { freeText } from './input.server.ts'
import { bodyLimit } from './limits.ts'

/** A draft may be longer than what can be sent: nothing that is half written is lost for its length. */
const halfWritten = freeText(4 * bodyLimit).optional()
const choice = z.string('not-valid').max(20, 'not-valid').optional()

const asFields = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])))

/** What is kept of each form: its texts and choices, nothing that is hidden in it but the version that was seen. */
export const draftInputs = (tags: readonly string[]) => ({
  answer: z
    .object({
      ...Object.fromEntries(tags.map((tag) => [`answer.${tag}`, halfWritten])),
      ...{ audience: choice, after: choice },
    })
    .transform(asFields),
  reply: z.object({ message: halfWritten, wait: choice }).transform(asFields),
})
