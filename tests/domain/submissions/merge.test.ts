import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { bells, followers, ratings } from '#db/schema/followers.ts'
import { photos } from '#db/schema/photos.ts'
import { secrecyMarks } from '#db/schema/records.ts'
import {
  heldReasons,
  messages,
  moves,
  notes,
  responses,
  routings,
  submissionCommitments,
  submissions,
} from '#db/schema/submissions.ts'
import { bellsOfMerged } from '#app/domain/bells/queries.server.ts'
import { bellsOfFollowers } from '#app/domain/followers/followers.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { keepDue } from '#app/domain/submissions/keep-due.server.ts'
import { merge } from '#app/domain/submissions/merge.server.ts'
import { mergeSuggestions } from '#app/domain/submissions/merge-suggestions.server.ts'
import { findPublished } from '#app/domain/submissions/published.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { unmerge } from '#app/domain/submissions/unmerge.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { makePledge } from '../../support/make-pledge.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const seed = { as: 'seed' } as const
let coordinator: Staff, colleague: Staff, officer: Staff, partner: Staff
let commitmentId: string

beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  colleague = await makeStaff('coordinator')
  officer = await makeStaff('officer')
  partner = await makeStaff('partner', 'faltenheten')
  ;({ commitmentId } = await makePledge())
})

const anyHash = () => randomBytes(16).toString('hex')
const rowOf = async (id: string) => {
  const [row] = await as(seed, (tx) => tx.select().from(submissions).where(eq(submissions.id, id)))
  return row!
}

/** Every row of every table, by table; but the lines of the audit, which are only ever added. */
async function everyRow(): Promise<Record<string, string[]>> {
  return as(seed, async (tx) => {
    const names = await tx.execute<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'audit_lines' order by 1`,
    )
    const found: Record<string, string[]> = {}
    for (const { name } of names) {
      const rows = await tx.execute<{ row: string }>(sql.raw(`select t::text as row from "${name}" t`))
      found[name] = rows.map(({ row }) => row).sort()
    }
    return found
  })
}

const mergeableStatuses = ['received', 'screening', 'in_progress', 'waiting_for_resident', 'reopen_requested'] as const
const anyCase = fc.record({
  status: fc.constantFrom(...mergeableStatuses),
  published: fc.boolean(),
  held: fc.subarray([...heldReasons]),
  said: fc.array(fc.constantFrom('resident', 'staff'), { maxLength: 3 }),
  extras: fc.subarray(['note', 'routing', 'response', 'link', 'photo', 'follower', 'bell', 'rating', 'mark']),
  assigned: fc.boolean(),
  /** How many days ago it came and was moved, and how many days ago each message was written. */
  age: fc.nat(40),
  ages: fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }),
} as const)
type AnyCase = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)

async function make({ status, published, held, said, extras, assigned, age, ages }: AnyCase): Promise<string> {
  const shown = published && status !== 'received' && status !== 'screening'
  const { id, ref } = await makeSubmission({
    status,
    ...(shown ? { published: { title: 'En rubrik', body: 'En text' } } : {}),
  })
  await as(seed, async (tx) => {
    // As it would stand after some days, so that a time that is made anew is seen.
    const [createdAt, statusAt] = [daysAgo(age), daysAgo(age)]
    const assigneeId = assigned ? coordinator.id : null
    await tx.update(submissions).set({ heldFor: held, createdAt, statusAt, assigneeId }).where(eq(submissions.id, id))
    await tx.update(moves).set({ movedAt: statusAt }).where(eq(moves.submissionId, id))
    for (const [index, sender] of said.entries())
      await tx.insert(messages).values({
        ...{ submissionId: id, sender, body: 'Hej', sentAt: daysAgo(ages[index]!) },
        ...(sender === 'staff' ? { staffId: coordinator.id, signedAs: coordinator.signsAs } : {}),
      })
    const by = { organisation: coordinator.organisation, staffId: coordinator.id }
    const add: Record<string, () => Promise<unknown>> = {
      note: () => tx.insert(notes).values({ submissionId: id, ...by, body: 'En anteckning' }),
      routing: () => tx.insert(routings).values({ submissionId: id, organisation: 'faltenheten', staffId: by.staffId }),
      response: () =>
        tx.insert(responses).values({
          ...{ submissionId: id, version: 1, audience: 'public', body: { sv: 'Svar' }, signedAs: { sv: 'Funktion' } },
          ...by,
        }),
      link: () => tx.insert(submissionCommitments).values({ submissionId: id, commitmentId, staffId: by.staffId }),
      photo: () =>
        tx.insert(photos).values({
          ...{ submissionId: id, formHash: anyHash(), width: 1, height: 1, digest: anyHash() },
          sealed: new Uint8Array([1, 2, 3]),
        }),
      follower: () => tx.insert(followers).values({ submissionId: id, codeHash: anyHash(), language: 'sv' }),
      bell: () => tx.insert(bells).values({ submissionId: id, email: 'somebody@home.example', language: 'sv' }),
      rating: () => tx.insert(ratings).values({ submissionId: id, responseVersion: 1, heard: 'partly' }),
      mark: () => tx.insert(secrecyMarks).values({ submissionId: id, what: 'Namn', law: '18 kap. 1 §', ...by }),
    }
    for (const extra of extras) await add[extra]!()
    await keepDue(tx, id)
  })
  return ref
}

test('merging and undoing, in any order, gives back every row of every table as it was', async () => {
  const anyStory = fc.record({
    cases: fc.array(anyCase, { minLength: 2, maxLength: 4 }),
    acts: fc.array(fc.record({ of: fc.nat(3), into: fc.nat(3), undo: fc.boolean() }), { minLength: 1, maxLength: 8 }),
  })
  await fc.assert(
    fc.asyncProperty(anyStory, async ({ cases, acts }) => {
      const refs: string[] = []
      for (const one of cases) refs.push(await make(one))
      const before = await everyRow()
      const merged = new Map<string, string>()
      for (const act of acts) {
        const [ref, into] = [refs[act.of % refs.length]!, refs[act.into % refs.length]!]
        const staff = act.undo ? colleague : coordinator
        if (act.undo && merged.has(ref)) {
          expect(await unmerge(staff, ref)).toEqual({ unmerged: true })
          merged.delete(ref)
        } else if (!act.undo && !merged.has(ref)) {
          const from = cases[refs.indexOf(ref)]!.status
          const result = await merge(staff, ref, { from, into })
          if (into === ref || merged.has(into)) expect(result).toEqual({ refused: 'no-such-case' })
          else if ([...merged.values()].includes(ref)) expect(result).toEqual({ refused: 'has-merged' })
          else {
            expect(result).toEqual({ merged: into })
            merged.set(ref, into)
          }
        }
      }
      for (const ref of merged.keys()) expect(await unmerge(colleague, ref)).toEqual({ unmerged: true })

      const after = await everyRow()
      const { moves: movesBefore, ...othersBefore } = before
      const { moves: movesAfter, ...othersAfter } = after
      expect(othersAfter).toEqual(othersBefore)
      // Of the moves, that there were some is added; none is changed or gone.
      expect(movesBefore!.filter((row) => !movesAfter!.includes(row))).toEqual([])
    }),
    { numRuns: 20, seed: 20261123 },
  )
}, 120_000)

describe('two that are about the same thing', () => {
  const words = {
    own: 'Gatubelysningen vid backen lyser inte.',
    other: 'Min granne Kalle slog sönder lampan i backen.',
  }
  const pair = async () => ({
    own: await makeSubmission({ body: words.own, contactEmail: 'own@home.example' }),
    other: await makeSubmission({ body: words.other, placeNote: 'Port 4', status: 'in_progress' }),
  })

  test('are merged once, however many try, and the merge is told and written down', async () => {
    const { own, other } = await pair()
    const tries = await Promise.all(
      [coordinator, colleague].map((staff) => merge(staff, own.ref, { from: 'received', into: other.ref })),
    )
    expect(tries.filter((result) => 'merged' in result)).toHaveLength(1)
    expect(tries).toContainEqual({ refused: 'changed-meanwhile' })
    expect(await rowOf(own.id)).toMatchObject({
      status: 'merged',
      mergedIntoId: other.id,
      statusBeforeMerge: 'received',
    })
    expect((await auditOf(own.id)).map(({ event }) => event).slice(-2)).toEqual([
      'submission-moved',
      'submission-merged',
    ])
    const told = await as(seed, (tx) =>
      tx.execute(
        sql`select name from pgboss.job where data->>'submissionId' = ${own.id} and name = 'message-to-resident'`,
      ),
    )
    expect(told).toHaveLength(1)
  })

  test('merged into each other at the same moment, one wins and nobody waits for ever', async () => {
    const { own, other } = await pair()
    const results = await Promise.all([
      merge(coordinator, own.ref, { from: 'received', into: other.ref }),
      merge(colleague, other.ref, { from: 'in_progress', into: own.ref }),
    ])
    expect(results.filter((result) => 'merged' in result)).toHaveLength(1)
    expect(results).toContainEqual({ refused: 'no-such-case' })
  })

  test('the resident of the merged one reads where it goes on, and no word of the other', async () => {
    const { own, other } = await pair()
    await as(seed, (tx) =>
      tx.insert(messages).values({ submissionId: other.id, sender: 'resident', body: words.other }),
    )
    await merge(coordinator, own.ref, { from: 'received', into: other.ref })
    const waiting = await threadUnderCode(own.hash)
    expect(waiting?.submission.body).toBe(words.own)
    expect(waiting?.wentOn).toMatchObject({ status: 'in_progress', publicRef: null, answer: undefined })

    await answer(coordinator, other.ref, {
      body: { sv: 'Kalles lampa, bara till dig.' },
      audience: 'resident',
      after: 0,
    })
    expect((await threadUnderCode(own.hash))?.wentOn).toMatchObject({ status: 'answered', answer: undefined })
    await answer(coordinator, other.ref, { body: { sv: 'Vi byter lampan i veckan.' }, audience: 'public', after: 1 })
    const answered = await threadUnderCode(own.hash)
    expect(answered?.wentOn?.answer?.body).toEqual({ sv: 'Vi byter lampan i veckan.' })
    for (const secret of ['Kalle', 'Port 4', other.ref, other.hash])
      expect(JSON.stringify(answered)).not.toContain(secret)

    await unmerge(coordinator, own.ref)
    expect((await threadUnderCode(own.hash))?.wentOn).toBeUndefined()
  })

  test('who asks under another code, or none, is told of no merge', async () => {
    const { own, other } = await pair()
    await merge(coordinator, own.ref, { from: 'received', into: other.ref })
    expect((await threadUnderCode(other.hash))?.wentOn).toBeUndefined()
    for (const codeHash of [other.hash, anyHash()])
      expect(await as({ as: 'resident', codeHash }, (tx) => tx.execute(sql`select * from went_on()`))).toHaveLength(0)
  })

  test('an answer to everybody rings for the resident of the merged one and for who follows it', async () => {
    const own = await makeSubmission({
      ...{ status: 'in_progress', contactEmail: 'own@home.example' },
      published: { title: 'Mörkt', body: 'Det är mörkt.' },
    })
    const other = await makeSubmission({ status: 'in_progress', published: { title: 'Lampa', body: 'Trasig.' } })
    await as(seed, async (tx) => {
      await tx.update(bells).set({ confirmedAt: new Date() }).where(eq(bells.submissionId, own.id))
      const [follower] = await tx
        .insert(followers)
        .values({ submissionId: own.id, codeHash: anyHash(), language: 'sv' })
        .returning({ id: followers.id })
      const bell = { email: 'follower@home.example', language: 'sv', confirmedAt: new Date() }
      await tx.insert(bells).values({ followerId: follower!.id, ...bell })
    })
    expect(await bellsOfMerged(other.id)).toEqual([])
    await merge(coordinator, own.ref, { from: 'in_progress', into: other.ref })
    expect((await bellsOfMerged(other.id)).map(({ email }) => email)).toEqual(['own@home.example'])
    expect((await bellsOfFollowers(other.id)).map(({ email }) => email)).toEqual(['follower@home.example'])
    expect((await findPublished(own.ref))?.submission.wentOnIn).toBe(other.ref)
  })

  test('staff see the merged one, its talk and its photos, on the page of the other', async () => {
    const { own, other } = await pair()
    await merge(coordinator, own.ref, { from: 'received', into: other.ref })
    await as(seed, (tx) => tx.insert(messages).values({ submissionId: own.id, sender: 'resident', body: 'Och nu?' }))
    const found = await findForStaff(coordinator, other.ref)
    expect(found?.merged).toMatchObject([{ ref: own.ref, body: words.own, thread: [{ body: 'Och nu?' }] }])
    // What she wrote waits for an answer, so the case that is worked on says so.
    const rows = []
    for (let after: string | undefined = ''; after !== undefined;) {
      const filter = { status: 'in_progress', area: '606', category: 'lighting', ...(after && { after }) }
      const page = await queue(coordinator, queueFilter.parse(filter))
      rows.push(...page.rows)
      after = page.next
    }
    expect(rows.find(({ ref }) => ref === other.ref)?.replyWaits).toBe(true)
  })
})

test('nothing is merged into itself, into what is merged or aside, nor over the border of an authority', async () => {
  const [own, merged, aside, into] = [
    await makeSubmission(),
    await makeSubmission(),
    await makeSubmission({ status: 'redirected' }),
    await makeSubmission(),
  ]
  const polices = await makeSubmission({ category: 'traffic' })
  await merge(coordinator, merged.ref, { from: 'received', into: into.ref })
  for (const ref of [own.ref, merged.ref, aside.ref, polices.ref, '0000-0000'])
    expect(await merge(coordinator, own.ref, { from: 'received', into: ref }), ref).toEqual({ refused: 'no-such-case' })
  expect(await merge(coordinator, aside.ref, { from: 'redirected', into: own.ref })).toEqual({
    refused: 'wrong-status',
  })
  expect(await merge(officer, own.ref, { from: 'received', into: into.ref })).toEqual({ refused: 'not-found' })
  expect(await unmerge(coordinator, own.ref)).toEqual({ refused: 'changed-meanwhile' })
  await expect(merge(partner, own.ref, { from: 'received', into: into.ref })).rejects.toThrow('may not triage')
})

test('what is near and alike is suggested, the likest first, and nothing that she does not handle', async () => {
  const here = { lat: 57.7803, lon: 12.0358, areaCode: undefined, category: 'vandalism' as const }
  const own = await makeSubmission({ ...here, body: 'Någon har sprejat klotter på väggen vid torget i Hammarkullen.' })
  const alike = await makeSubmission({ ...here, body: 'Det är klotter sprejat på väggen vid torget i Hammarkullen.' })
  const near = await makeSubmission({ ...here, lat: 57.7806, body: 'Bänken är trasig och papperskorgen har brunnit.' })
  const far = await makeSubmission({ ...here, lat: 57.7853, body: 'Någon har sprejat klotter på väggen vid torget.' })
  const polices = await makeSubmission({ ...here, category: 'traffic', body: 'Någon har sprejat klotter på väggen.' })
  const found = (await mergeSuggestions(coordinator, own.ref))!.map(({ ref }) => ref)
  expect(found[0]).toBe(alike.ref)
  expect(found).not.toContain(own.ref)
  for (const { ref } of [far, polices]) expect(found).not.toContain(ref)
  expect(near.ref).toBeTruthy()
  expect(await mergeSuggestions(officer, own.ref)).toBeUndefined()
})
