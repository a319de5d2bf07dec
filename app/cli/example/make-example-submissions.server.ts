import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import type { Authority } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { submissions as examples } from '#db/seeds/example/submissions.ts'
import type { Submission } from '#db/seeds/types.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { closeAnswered } from '#app/domain/submissions/close-answered.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { backdate, backdateClosed } from './backdate.server.ts'
import { handle } from './handle-example.server.ts'
import { inGroups } from './in-groups.ts'
import { sendExample } from './send-example.server.ts'
import { timelineOf, type Timeline } from './timeline.ts'
import { trialHandlers } from './trial-handlers.server.ts'

/** Makes the submissions of the example, the oldest first, so that the registers number them in the order they came. */
export async function makeExampleSubmissions(): Promise<void> {
  const handlers = await trialHandlers()
  const oldestFirst = [...examples].sort((one, other) => other.daysAgo - one.daysAgo)
  const sent = new Map<string, Sent>()
  for (const [index, example] of oldestFirst.entries())
    sent.set(example.key, await send(example, index, handlers.goteborg))
  await inGroups(oldestFirst, async (example) => {
    const { timeline, authority, index, ...own } = sent.get(example.key)!
    const mergedIntoId = example.mergedInto && sent.get(example.mergedInto)?.id
    await handle(example, { ...own, by: handlers[authority], mergedIntoId, assigned: index % 3 !== 0 })
    await backdate(own.id, example, timeline)
  })
  await closeAnswered()
  await backdateClosed()
}

type Sent = { id: string; ref: string; hash: string; authority: Authority; index: number; timeline: Timeline }

/** Sends one in and registers it. */
async function send(example: Submission, index: number, writer: Staff): Promise<Sent> {
  const { code, ref } = await sendExample(example, writer)
  const [row] = await as({ as: 'seed' }, (tx) =>
    tx
      .select({ id: submissions.id, authority: submissions.receivingAuthority })
      .from(submissions)
      .where(eq(submissions.ref, ref)),
  )
  const timeline = timelineOf(example, index)
  await registerSubmission(row!.id, timeline.createdAt)
  return { ref, hash: await hashOfCode(code), ...row!, index, timeline }
}
