import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { entries, pledges } from '#db/schema/commitments.ts'
import { bookings, dialogues } from '#db/schema/dialogues.ts'
import { photos } from '#db/schema/photos.ts'
import { portalSettings, registers } from '#db/schema/records.ts'
import { authorities, staff } from '#db/schema/staff.ts'
import { moves, responses, statuses, submissionCommitments, submissions } from '#db/schema/submissions.ts'
import { templates } from '#db/schema/templates.ts'
import { submissions as examples } from '#db/seeds/example/submissions.ts'
import { templates as exampleTemplates } from '#db/seeds/example/templates.ts'
import { clearExample } from '#app/cli/example/clear-example.server.ts'
import { makeExample } from '#app/cli/make-example.server.ts'
import { signIn } from '#app/domain/staff/sign-in.server.ts'
import { nextStatuses } from '#app/domain/submissions/statuses.ts'
import { setTips } from '../support/make-holders.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'portal-example-'))
afterAll(async () => {
  await clearExample()
  await setTips('signpost')
  rmSync(dataDir, { recursive: true, force: true })
})

/** A start that was killed in the middle leaves this behind: everything but the mark that it is done. */
async function forgetThatItIsMade() {
  await as({ as: 'seed' }, (tx) => tx.delete(portalSettings).where(eq(portalSettings.name, 'example')))
}

const jobIds = () =>
  as({ as: 'seed' }, async (tx) => {
    const jobs = await tx.execute<{ id: string }>(sql`select id from pgboss.job`)
    return jobs.map(({ id }) => id)
  })
let jobsBefore: string[] = []

/** The last number of each series. */
const lastNumbers = () => as({ as: 'seed' }, (tx) => tx.select().from(registers))
let lastBefore: Awaited<ReturnType<typeof lastNumbers>> = []

beforeAll(async () => {
  lastBefore = await lastNumbers()
  await as({ as: 'seed' }, async (tx) => {
    await tx.execute(sql`truncate submissions, dialogues, registers, hexagon_counts cascade`)
    // What is no example has its numbers, and keeps them.
    await tx.insert(registers).values({ authority: 'polisen', register: 'tips', year: 2026, lastNumber: 3 })
    await tx.execute(sql`update commitments set voices = 0`)
  })
  jobsBefore = await jobIds()
  await makeExample(dataDir)
  await forgetThatItIsMade()
  await makeExample(dataDir)
}, 180_000)

// The audit still names cases by the numbers that they had: no other test gives these again.
afterAll(() =>
  as({ as: 'seed' }, async (tx) => {
    for (const before of lastBefore)
      await tx
        .insert(registers)
        .values(before)
        .onConflictDoUpdate({
          target: [registers.authority, registers.register, registers.year],
          set: { lastNumber: sql`greatest(${registers.lastNumber}, excluded.last_number)` },
        })
  }),
)

test('a start after one that was killed makes the example whole, and not twice', async () => {
  const counted = await as({ as: 'seed' }, async (tx) => ({
    submissions: await tx.$count(submissions),
    pledges: await tx.$count(pledges, eq(pledges.example, true)),
    dialogues: await tx.$count(dialogues),
  }))
  expect(counted).toEqual({ submissions: examples.length, pledges: 1, dialogues: 5 })
  await makeExample(dataDir)
  expect(await as({ as: 'seed' }, (tx) => tx.$count(submissions))).toBe(examples.length)
})

test('every status is there, and twelve or more are published with an answer and a commitment', async () => {
  const byStatus = await as({ as: 'seed' }, (tx) =>
    tx.select({ status: submissions.status, n: count() }).from(submissions).groupBy(submissions.status),
  )
  expect(byStatus.map(({ status }) => status).sort()).toEqual([...statuses].sort())
  const whole = await as({ as: 'seed' }, (tx) =>
    tx
      .selectDistinct({ id: submissions.id })
      .from(submissions)
      .innerJoin(responses, eq(responses.submissionId, submissions.id))
      .innerJoin(submissionCommitments, eq(submissionCommitments.submissionId, submissions.id))
      .where(isNotNull(submissions.publishedAt)),
  )
  expect(whole.length).toBeGreaterThanOrEqual(12)
})

test('each submission has its number, without a gap in either register', async () => {
  const unnumbered = await as({ as: 'seed' }, (tx) => tx.$count(submissions, isNull(submissions.registrationNumber)))
  expect(unnumbered).toBe(0)
  const last = await lastNumbers()
  const [tips, ...others] = last.sort((one, other) => other.register.localeCompare(one.register))
  expect(tips).toMatchObject({ register: 'tips', lastNumber: 3 })
  expect(others.reduce((sum, { lastNumber }) => sum + lastNumber, 0)).toBe(examples.length)
})

test('one is held and one was written down by staff, marked as examples, and the photos are small and whole', async () => {
  const rows = await as({ as: 'seed' }, (tx) => tx.select().from(submissions))
  const held = rows.filter(({ heldFor }) => heldFor.length > 0)
  const told = rows.filter(({ channel }) => channel !== 'web')
  expect([held.length, told.length]).toEqual([1, 1])
  expect(told[0]).toMatchObject({ channel: 'phone', interpretedFrom: 'so', language: 'so', example: true })
  expect(told[0]!.enteredById).not.toBeNull()
  expect(rows.every(({ example }) => example)).toBe(true)

  const kept = await as({ as: 'seed' }, (tx) => tx.select().from(photos))
  expect(kept).toHaveLength(3)
  for (const { submissionId, sealed, sealedOriginal, keptAt } of kept) {
    const { createdAt } = rows.find(({ id }) => id === submissionId)!
    expect(keptAt).toEqual(createdAt)
    expect(sealedOriginal).toBeNull()
    expect(sealed.length).toBeLessThan(40_000)
  }
})

test('everything happened in a possible order, and nothing in the future', async () => {
  const rows = await as({ as: 'seed' }, (tx) => tx.select().from(submissions))
  const made = await as({ as: 'seed' }, (tx) => tx.select().from(moves).orderBy(moves.movedAt))
  const now = new Date()
  for (const { id, createdAt, status, statusAt, registrationNumber } of rows) {
    const own = made.filter((move) => move.submissionId === id)
    let at = createdAt
    let from: (typeof statuses)[number] = 'received'
    for (const move of own) {
      expect(move.fromStatus, registrationNumber!).toBe(from)
      expect(nextStatuses[from], registrationNumber!).toContain(move.toStatus)
      expect(move.movedAt.getTime(), registrationNumber!).toBeGreaterThanOrEqual(at.getTime())
      ;[at, from] = [move.movedAt, move.toStatus]
    }
    expect(from).toBe(status)
    expect(statusAt.getTime()).toBe(at.getTime())
    expect(at.getTime()).toBeLessThanOrEqual(now.getTime())
  }
})

test('one dialogue is full and has a waiting list', async () => {
  const waiting = await as({ as: 'seed' }, (tx) =>
    tx.selectDistinct({ id: bookings.dialogueId }).from(bookings).where(eq(bookings.state, 'waitlisted')),
  )
  expect(waiting).toHaveLength(1)
})

test('what owners report is marked as an example and not in the future', async () => {
  const [row] = await as({ as: 'seed' }, (tx) =>
    tx
      .select({ n: count(), latest: sql<boolean>`max(${entries.reportedAt}) <= now()` })
      .from(entries)
      .where(eq(entries.example, true)),
  )
  expect(row!.n).toBeGreaterThan(300)
  expect(row!.latest).toBe(true)
})

test('each authority has templates of its own, each once', async () => {
  const rows = await as({ as: 'seed' }, (tx) => tx.select().from(templates).where(isNull(templates.retiredAt)))
  for (const authority of authorities) {
    const named = exampleTemplates.filter((one) => one.authority === authority).map(({ name }) => name)
    expect(named.length).toBeGreaterThan(1)
    const made = rows.filter((one) => one.authority === authority && named.includes(one.name))
    expect(made.map(({ name }) => name).sort()).toEqual(named.sort())
  }
})

test('no mail and no other job is left to be done for an example', async () => {
  expect((await jobIds()).filter((id) => !jobsBefore.includes(id))).toEqual([])
})

test('the trial accounts are kept where only their owner reads them, one of each role, and two officers and registrars', async () => {
  const file = join(dataDir, 'trial-accounts.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as { role: string; email: string; password: string }[]
  expect(accounts.map(({ role }) => role).sort()).toEqual(
    ['admin', 'analyst', 'coordinator', 'officer', 'officer', 'organiser', 'partner', 'registrar', 'registrar'].sort(),
  )
  // Who looks for the registrar finds the city's; the police's keeps a register of her own.
  const registrars = accounts.filter(({ role }) => role === 'registrar')
  const places = registrars.map(({ email }) =>
    as({ as: 'seed' }, (tx) => tx.select({ at: staff.organisation }).from(staff).where(eq(staff.email, email))),
  )
  expect((await Promise.all(places)).flat()).toEqual([{ at: 'goteborg' }, { at: 'polisen' }])
  for (const { email, password } of accounts.slice(0, 2))
    expect(await signIn(email, password)).toHaveProperty('cookies')
})
