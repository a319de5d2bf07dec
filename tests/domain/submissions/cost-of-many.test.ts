import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, connect, disconnect } from '#db/client.server.ts'
import { settings } from '#app/settings.server.ts'
import { markOfList } from '#app/domain/mark-of-list.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { answerMany } from '#app/domain/submissions/answer-many.server.ts'
import { answerableInQueue } from '#app/domain/submissions/answerable-in-queue.server.ts'
import { carryOutBatch } from '#app/domain/submissions/carry-out-batch.server.ts'
import { categoriesWithFourEyes } from '#app/domain/submissions/four-eyes.server.ts'
import { readFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { setFourEyes } from '#app/domain/submissions/set-four-eyes.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import * as manyPage from '#app/routes/staff.answer-many.tsx'
import { get } from '../../support/call-route.ts'
import { cookieOf, makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const seed = { as: 'seed' } as const
const [mark, word] = [randomUUID(), `mg${randomUUID().replaceAll(/[^a-f]/g, '')}olv`]
const statements: string[] = []
let coordinator: Staff, officer: Staff

beforeAll(async () => {
  await disconnect()
  connect(process.env.TEST_DATABASE_URL!, { onStatement: (statement) => statements.push(statement) })
  ;[coordinator, officer] = await Promise.all([makeStaff('coordinator'), makeStaff('officer')])
})

/** How many of the statements that some work asks the database are of each form. */
async function countedIn(work: () => Promise<unknown>, forms: Record<string, RegExp>) {
  statements.length = 0
  await work()
  const asked = [...statements]
  return Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [name, asked.filter((statement) => form.test(statement)).length]),
  )
}

/** Cases in the works that hold the word, so many days old, which the city has received and sent to the police, or the police itself. */
const add = (authority: 'goteborg' | 'polisen', { days, many = 1 }: { days: number; many?: number }) =>
  as(seed, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`insert into submissions (ref, kind, category, status, receiving_authority, language, body, area_code,
        code_hash, code_public_key, created_at, screened_at, routed_to)
      select 'MANY-' || gen_random_uuid(), 'concern', 'traffic', 'in_progress', ${authority}, 'sv', ${`Vid ${word} kör de fort.`},
        '606', ${mark} || gen_random_uuid(), '', now() - ${`${days} days`}::interval - i * interval '1 second', now(),
        ${authority === 'polisen' ? '{}' : '{polisen}'}::text[]
      from generate_series(1, ${many}::int) i`)
    // What is placed there is copied by a trigger.
    await tx.execute(sql`set local session_replication_role = origin`)
    await tx.execute(sql`insert into routings (submission_id, organisation, staff_id)
      select id, 'polisen', ${coordinator.id} from submissions where code_hash like ${`${mark}%`} and routed_to <> '{}'
      on conflict do nothing`)
  })

afterAll(() =>
  as(seed, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    const own = sql`(select id from submissions where code_hash like ${`${mark}%`})`
    await tx.execute(sql`delete from routings where submission_id in ${own}`)
    await tx.execute(sql`delete from submissions where code_hash like ${`${mark}%`}`)
  }),
)

test('what a search finds is searched for once, and where it was cut there may be more to answer', async () => {
  await add('goteborg', { days: 1, many: 510 })
  await add('polisen', { days: 100 })
  const offered = async (asked: string) => {
    const { cases, more } = await answerableInQueue(officer, readFilter(new URLSearchParams(`q=${word}${asked}`)))
    return { cases: cases.length, more }
  }
  const searches = { searches: /search_submissions\(/ }
  // None of the five hundred newest is hers to answer, and the older one is not among them.
  expect(await offered('')).toEqual({ cases: 0, more: true })
  expect(await countedIn(() => offered(''), searches)).toEqual({ searches: 1 })
  expect(await offered('&age=over-quarter')).toEqual({ cases: 1, more: false })
  expect(await countedIn(() => offered('&status=closed'), searches)).toEqual({ searches: 0 })
  const page = async (asked: string) => {
    const query = new URLSearchParams({ from: `q=${word}${asked}`, all: 'yes' })
    return (await get(manyPage, `/staff/answer-many?${query}`, { cookie: await cookieOf(officer) })).data
  }
  expect(await page('')).toMatchObject({ cases: [], more: words('sv')('templates:many.cut') })
  expect(await page('&age=over-quarter')).toMatchObject({ ticked: [expect.any(String)], more: undefined })
})

const given = { audience: 'public', after: 0, body: { sv: 'Lampan är lagad.' } } as const
const three = () =>
  Promise.all(
    (['lighting', 'litter', 'lighting'] as const).map((category) =>
      makeSubmission({ category, status: 'in_progress' }),
    ),
  )
const asMany = (made: { ref: string }[]) => made.map(({ ref }) => ({ ...given, ref, said: 0 }))

const locks = { locks: /from "submissions"[^]*for update/i, newest: /from "responses"[^]*"version" desc/i }

test('each case that is answered is locked once, alone and as one of many', async () => {
  const [one] = await three()
  expect(await countedIn(() => answer(coordinator, one!.ref, given), locks)).toEqual({ locks: 1, newest: 1 })
  const cases = asMany(await three())
  const many = () => answerMany(coordinator, { cases, audience: 'public' })
  expect(await countedIn(many, locks)).toEqual({ locks: 3, newest: 3 })
})

test('where many are planned and when their time comes each case is locked once, the batch as a whole, and it is asked once who needs a second person', async () => {
  const admin = await makeStaff('admin')
  const set = async (wanted: 'upkeep'[]) =>
    setFourEyes(admin, { wanted, seen: markOfList(await categoriesWithFourEyes(admin)) })
  const { mode } = settings()
  settings().mode = 'production'
  try {
    await set(['upkeep'])
    const at = new Date(Date.now() + 60 * 60_000)
    const cases = asMany(await three())
    const second = { second: /from "four_eyes"/ }
    let batch = ''
    const plan = async () => {
      const planned = await answerMany(coordinator, { cases, audience: 'public', at })
      if ('batch' in planned) batch = planned.batch
    }
    expect(await countedIn(plan, { ...locks, ...second })).toEqual({ locks: 3, newest: 3, second: 1 })
    const carriedOut = await countedIn(() => carryOutBatch(batch, coordinator), { ...locks, ...second })
    expect(carriedOut).toEqual({ locks: 1 + 3, newest: 3, second: 1 })
  } finally {
    await set([])
    settings().mode = mode
  }
})
