import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { commitments, pledges } from '#db/schema/commitments.ts'
import { submissions, type Status } from '#db/schema/submissions.ts'
import { routings } from '#db/seeds/example/routings.ts'
import type { Message, Submission } from '#db/seeds/types.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { link } from '#app/domain/submissions/link.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { publish } from '#app/domain/submissions/publish.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { setStatus } from '#app/domain/submissions/set-status.server.ts'
import { markOf, writePublicText } from '#app/domain/submissions/write-public-text.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'

type Sent = {
  id: string
  ref: string
  hash: string
  by: Staff
  assigned: boolean
  mergedIntoId: string | undefined
}

const aside: readonly Status[] = ['redirected', 'not_pursued', 'merged']

/** Brings a submission of the example to where it stands, as the staff and the resident would have done. */
export async function handle(example: Submission, sent: Sent): Promise<void> {
  const { status, thread = [] } = example
  if (status === 'received') return
  await must(move(sent.by, sent.ref, { from: 'received', to: 'screening' }))
  const started = status !== 'screening' && !aside.includes(status)
  if (started) await must(move(sent.by, sent.ref, { from: 'screening', to: 'in_progress' }))
  if (started && sent.assigned) await must(assign(sent.by, sent.ref, { from: null, to: sent.by.id }))
  if (example.note) await must(note(sent.by, sent.ref, example.note))
  if (status !== 'reopen_requested') await say(thread, sent, { wait: status === 'waiting_for_resident' })
  await connect(example, sent)
  await tellPublic(example, sent)
  if (example.response) {
    const audience = example.published ? ('public' as const) : ('resident' as const)
    await must(answer(sent.by, sent.ref, { body: example.response.body, audience, after: 0 }))
  }
  if (status === 'reopen_requested') await askAgain(thread, sent)
  if (status === 'redirected' || status === 'not_pursued')
    await must(move(sent.by, sent.ref, { from: 'screening', to: status, reason: example.reason ?? '' }))
  if (status === 'merged') await merge(sent)
}

async function say(thread: Message[], { by, ref, hash }: Sent, { wait }: { wait: boolean }): Promise<void> {
  for (const [index, { from, body }] of thread.entries()) {
    const formToken = newFormToken(await lastingKey('form tokens'))
    if (from === 'resident') await must(addMessage(hash, { message: body, formToken }))
    else await must(reply(by, ref, { message: body, formToken, wait: wait && index === thread.length - 1 }))
  }
}

/** Links it to commitments of the example pledge and lets other organisations see it. */
async function connect({ key, commitments: numbers = [] }: Submission, { by, ref }: Sent): Promise<void> {
  const rows = await as({ as: 'seed' }, (tx) =>
    tx
      .select({ slug: commitments.slug, number: commitments.number })
      .from(commitments)
      .innerJoin(pledges, eq(pledges.id, commitments.pledgeId))
      .where(eq(pledges.example, true)),
  )
  const slugs = rows.filter(({ number }) => numbers.includes(number)).map(({ slug }) => slug)
  if (slugs.length) await must(link(by, ref, slugs))
  for (const { submission, ...to } of routings) if (submission === key) await must(route(by, ref, to))
}

async function tellPublic({ published }: Submission, { by, ref }: Sent): Promise<void> {
  if (!published) return
  const { title, body } = published
  await must(writePublicText(by, ref, { title, body, seen: markOf({ publicTitle: null, publicBody: null }) }))
  await must(publish(by, ref))
}

async function askAgain(thread: Message[], sent: Sent): Promise<void> {
  await say(thread, sent, { wait: false })
  await as({ as: 'seed' }, (tx) =>
    setStatus(tx, { id: sent.id, status: 'answered', screenedAt: new Date() }, { to: 'reopen_requested' }),
  )
}

async function merge({ id, by, mergedIntoId }: Sent): Promise<void> {
  await as({ as: 'seed' }, async (tx) => {
    await tx
      .update(submissions)
      .set({ mergedIntoId: mergedIntoId ?? null, statusBeforeMerge: 'screening' })
      .where(eq(submissions.id, id))
    await setStatus(tx, { id, status: 'screening', screenedAt: null }, { to: 'merged', staffId: by.id })
  })
}

async function must<Result extends object>(result: Promise<Result>): Promise<void> {
  const done = await result
  if ('refused' in done) throw new Error(`a step of the example was refused: ${String(done.refused)}`)
}
