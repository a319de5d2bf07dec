import { randomBytes } from 'node:crypto'
import { as } from '#db/client.server.ts'
import { dialogueQuestions, dialogues } from '#db/schema/dialogues.ts'
import type { SignUpInput } from '#app/domain/dialogues/input.server.ts'
import { formTokenOfOurs } from './form-token.ts'

const hour = 60 * 60 * 1000
type Row = typeof dialogues.$inferInsert
type Asked = Omit<typeof dialogueQuestions.$inferInsert, 'dialogueId' | 'position'>

/** An open meeting of ten seats in a week, or what is said instead; gives its id and slug. */
export async function makeDialogue(
  { questions = [], ...said }: Partial<Row> & { questions?: Asked[] } = {},
  now = Date.now(),
) {
  const startsAt = said.startsAt ?? new Date(now + 7 * 24 * hour)
  const row: Row = {
    slug: `dialogue-${randomBytes(6).toString('hex')}`,
    kind: 'meeting',
    state: 'open',
    organisation: 'polisen',
    title: { sv: 'Prat i parken', en: 'Talk in the park' },
    summary: { sv: 'Vi pratar om kvällarna.' },
    body: { sv: 'Kom som du är.' },
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * hour),
    signUpClosesAt: new Date(startsAt.getTime() - 24 * hour),
    placeName: 'Folkets Hus',
    areaCode: '606',
    capacity: 10,
    maxPartySize: 4,
    languages: ['sv'],
    interpretation: ['ar'],
    ...said,
  }
  return as({ as: 'seed' }, async (tx) => {
    const [made] = await tx.insert(dialogues).values(row).returning({ id: dialogues.id, slug: dialogues.slug })
    const asked = questions.map((question, position) => ({ ...question, position, dialogueId: made!.id }))
    const ids = asked.length
      ? await tx.insert(dialogueQuestions).values(asked).returning({ id: dialogueQuestions.id })
      : []
    return { ...made!, startsAt, questionIds: ids.map(({ id }) => id) }
  })
}

/** A sign-up form filled in with a token of its own, or what is said instead. */
export async function filledSignUp(said: Partial<SignUpInput> = {}): Promise<SignUpInput> {
  return {
    name: 'Amina',
    email: undefined,
    partySize: 1,
    language: 'sv',
    needs: '',
    answers: {},
    formToken: await formTokenOfOurs(),
    ...said,
  }
}
