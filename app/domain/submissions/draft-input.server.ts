import { z } from 'zod'
import type { DraftForm } from '#db/schema/drafts.ts'
import { freeText } from './input.server.ts'
import { bodyLimit } from './limits.ts'

/** A draft may be longer than what can be sent: nothing that is half written is lost for its length. */
const halfWritten = freeText(4 * bodyLimit).optional()
const choice = z.string('not-valid').max(20, 'not-valid').optional()

const asFields = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])))

const form = (fields: z.ZodRawShape) => z.object(fields).transform(asFields)

/** What is kept of each form: its texts and choices, nothing that is hidden in it but what was seen. */
export const draftInputs = (tags: readonly string[]): Record<DraftForm, ReturnType<typeof form>> => {
  const inEach = (name: string) => Object.fromEntries(tags.map((tag) => [`${name}.${tag}`, halfWritten]))
  return {
    answer: form({ ...inEach('answer'), audience: choice, at: choice, after: choice }),
    reply: form({ message: halfWritten, wait: choice }),
    'public-text': form({ ...inEach('title'), ...inEach('body'), seen: choice }),
    note: form({ body: halfWritten }),
    redirect: form({ letter: halfWritten, outside: choice }),
    'hand-over': form({ letter: halfWritten }),
    'answer-many': form({ ...inEach('answer'), audience: choice, at: choice }),
  }
}
