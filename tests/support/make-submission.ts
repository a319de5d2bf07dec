import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { moves, submissions, type Status } from '#db/schema/submissions.ts'
import type { SubmitInput } from '#app/domain/submissions/input.server.ts'
import { publicPlace } from '#app/domain/submissions/public-place.server.ts'
import { keepDue } from '#app/domain/submissions/keep-due.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { formTokenOfOurs } from './form-token.ts'

type Wanted = Partial<Omit<SubmitInput, 'formToken'>> & {
  /** Where it stands; reached by legal moves. */
  status?: Exclude<Status, 'merged'>
  /** Published with this title and text. */
  published?: { title: string; body: string }
}
type Made = { id: string; ref: string; code: string; hash: string }

/** The shortest way from `received` to each state. */
const ways: Record<Exclude<Status, 'merged'>, Status[]> = {
  received: [],
  screening: ['screening'],
  in_progress: ['screening', 'in_progress'],
  waiting_for_resident: ['screening', 'in_progress', 'waiting_for_resident'],
  answered: ['screening', 'in_progress', 'answered'],
  closed: ['screening', 'in_progress', 'answered', 'closed'],
  reopen_requested: ['screening', 'in_progress', 'answered', 'reopen_requested'],
  redirected: ['redirected'],
  not_pursued: ['not_pursued'],
}

/** A new submission, sent in as a resident does: a concern about lighting in Hammarkullen unless told otherwise. */
export async function makeSubmission({ status = 'received', published, ...wanted }: Wanted = {}): Promise<Made> {
  const made = await submit({
    ...{ kind: 'concern', category: 'lighting', body: 'Lampan vid gångvägen är trasig.', placeNote: '' },
    ...{ lat: undefined, lon: undefined, place: undefined, areaCode: '606', contactEmail: undefined, language: 'sv' },
    ...wanted,
    formToken: await formTokenOfOurs(),
  })
  if ('refused' in made) throw new Error(made.refused)
  const id = await as({ as: 'seed' }, async (tx) => {
    const [row] = await tx.select({ id: submissions.id }).from(submissions).where(eq(submissions.ref, made.ref))
    await bringTo(tx, row!.id, status)
    if (published) await publishIn(tx, row!.id, published)
    return row!.id
  })
  return { id, ...made, hash: await hashOfCode(made.code) }
}

async function bringTo(tx: Tx, id: string, status: Exclude<Status, 'merged'>): Promise<void> {
  let fromStatus: Status = 'received'
  for (const toStatus of ways[status]) {
    const screened = toStatus === 'in_progress' ? { screenedAt: new Date() } : {}
    await tx
      .update(submissions)
      .set({ status: toStatus, statusAt: new Date(), ...screened })
      .where(eq(submissions.id, id))
    await tx.insert(moves).values({ submissionId: id, fromStatus, toStatus })
    fromStatus = toStatus
  }
  await keepDue(tx, id)
}

async function publishIn(tx: Tx, id: string, { title, body }: { title: string; body: string }): Promise<void> {
  const { category, areaCode, lat, lon } = submissions
  const [row] = await tx.select({ category, areaCode, lat, lon }).from(submissions).where(eq(submissions.id, id))
  const shown = { ...(await publicPlace(row!)), publishedAt: new Date() }
  await tx
    .update(submissions)
    .set({ publicTitle: { sv: title }, publicBody: { sv: body }, ...shown })
    .where(eq(submissions.id, id))
}
