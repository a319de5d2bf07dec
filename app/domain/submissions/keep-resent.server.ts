import { as, type Viewer } from '#db/client.server.ts'
import { messages, submissions } from '#db/schema/submissions.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { audit } from '../audit.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { keepDue } from './keep-due.server.ts'

type Row = typeof submissions.$inferSelect
/** What was said in a form, apart from its text: each part has the name of its line in the summary of the form. */
type Said = Pick<Row, 'category' | 'areaCode' | 'lat' | 'lon' | 'place' | 'placeNote' | 'language' | 'answers'>
type Sent = Said & { body: string }

/** The changed parts (`category`, `place`, `answers.{key}` …) as lines that the resident and staff can read. */
export type InWords = (parts: readonly string[]) => Promise<string>

type Form = { formToken: string; inWords: InWords | undefined }

/**
 * She went back, changed something and sent the same form again: what she is told has arrived must be there. The other
 * text, and what else she chose instead, go into the thread as one message, once however often it is posted; what was
 * received first stays as it was.
 */
export async function keepResent(
  viewer: Viewer,
  { before, sent }: { before: Sent & { id: string }; sent: Sent },
  { formToken, inWords }: Form,
): Promise<void> {
  const parts = changedParts(before, sent)
  const changes = parts.length > 0 && inWords ? await inWords(parts) : ''
  const body = [before.body === sent.body ? '' : sent.body, changes].filter(Boolean).join('\n\n')
  if (!body) return
  const formTokenHash = keyedHash(await lastingKey('form tokens'), `${formToken} ${body}`)
  await as(viewer, async (tx) => {
    const [made] = await tx
      .insert(messages)
      .values({ submissionId: before.id, sender: 'resident', body, formTokenHash })
      .onConflictDoNothing()
      .returning({ id: messages.id })
    if (!made) return
    await audit(tx, { event: 'message-received', subject: `submission:${before.id}` })
    await keepDue(tx, before.id)
  })
}

/** The parts in which what was sent differs from what came before, by their names in the summary of the form. */
export function changedParts(before: Said, sent: Said): string[] {
  const differs = (...names: (keyof Said)[]) => names.some((name) => before[name] !== sent[name])
  const earlier = new Map(before.answers.map(({ question, values }) => [question, values.join()]))
  const answered = sent.answers.filter(({ question, values }) => earlier.get(question) !== values.join())
  return [
    ...(differs('category') ? ['category'] : []),
    ...answered.map(({ question }) => `answers.${question}`),
    ...(differs('areaCode', 'lat', 'lon', 'place') ? ['place'] : []),
    ...(differs('placeNote') && sent.placeNote ? ['placeNote'] : []),
    ...(differs('language') ? ['language'] : []),
  ]
}
