import { and, eq, inArray } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { commitments, pledges } from '#db/schema/commitments.ts'
import { dialogueCommitments, dialogueQuestions, dialogues } from '#db/schema/dialogues.ts'
import { dialogues as examples } from '#db/seeds/example/dialogues.ts'
import type { Dialogue } from '#db/seeds/types.ts'
import { signUp } from '#app/domain/dialogues/sign-up.server.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'
import { momentAgo } from './days.ts'

/** Makes the dialogues of the example; the bookings are made by signing up, so that the waiting list is a true one. */
export async function makeExampleDialogues(): Promise<void> {
  for (const dialogue of examples) {
    await makeDialogue(dialogue)
    for (const booking of dialogue.bookings) await book(dialogue.slug, booking)
    await as({ as: 'seed' }, (tx) =>
      tx
        .update(dialogues)
        .set({ state: stateOf(dialogue), ...closing(dialogue) })
        .where(eq(dialogues.slug, dialogue.slug)),
    )
  }
}

const stateOf = ({ cancelledReason, outcome }: Dialogue) => (cancelledReason ? 'cancelled' : outcome ? 'held' : 'open')

const closing = ({ cancelledReason, outcome }: Dialogue) => ({ cancelledReason: cancelledReason ?? null, ...outcome })

async function makeDialogue(example: Dialogue): Promise<void> {
  const { startsInDays, startTime, minutes, questions = [], steps = [], commitments: numbers, ...rest } = example
  const { bookings: _, cancelledReason: __, outcome: ___, ...row } = rest
  const startsAt = momentAgo(-startsInDays, minutesOf(startTime))
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), signUpClosesAt: startsAt }
  const dated = steps.map(({ dayOffset, ...step }) => ({
    ...step,
    startsAt: momentAgo(-startsInDays - dayOffset, minutesOf(startTime)).toISOString(),
  }))
  const createdAt = momentAgo(Math.max(21, 21 - startsInDays), minutesOf('10:00'))
  await as({ as: 'seed' }, async (tx) => {
    const [made] = await tx
      .insert(dialogues)
      .values({ ...row, ...times, steps: dated, example: true, createdAt, changedAt: createdAt })
      .returning({ id: dialogues.id })
    const dialogueId = made!.id
    if (questions.length)
      await tx
        .insert(dialogueQuestions)
        .values(questions.map((question, position) => ({ ...question, position, dialogueId })))
    const linked = await tx
      .select({ commitmentId: commitments.id })
      .from(commitments)
      .innerJoin(pledges, eq(pledges.id, commitments.pledgeId))
      .where(and(inArray(commitments.number, numbers), eq(pledges.example, true)))
    if (linked.length) await tx.insert(dialogueCommitments).values(linked.map((one) => ({ ...one, dialogueId })))
  })
}

async function book(slug: string, { needs = '', ...party }: Dialogue['bookings'][number]): Promise<void> {
  const formToken = newFormToken(await lastingKey('form tokens'))
  const made = await signUp(slug, { ...party, needs, email: undefined, answers: {}, formToken })
  if ('refused' in made) throw new Error(`an example booking was refused: ${made.refused}`)
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
