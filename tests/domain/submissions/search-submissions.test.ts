import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { as, errorCode } from '#db/client.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { countSearchWords } from '#app/domain/submissions/count-search-words.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { searchSubmissions } from '#app/domain/submissions/search-submissions.server.ts'
import { unroute } from '#app/domain/submissions/unroute.server.ts'
import { everythingInQueue } from '../../support/everything-in-queue.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, officer: Staff, limited: Staff, youth: Staff, company: Staff, admin: Staff
const seed = { as: 'seed' } as const
/** Letters that no other test writes. */
const anyWord = () =>
  randomUUID()
    .replaceAll(/[^a-f]/g, '')
    .padEnd(9, 'q')
    .slice(0, 9)
const count = () => as(seed, (tx) => tx.execute(sql`select count_search_words_anew()`))

beforeAll(async () => {
  ;[coordinator, officer, limited, youth, company, admin] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('officer'),
    makeStaff('coordinator', undefined, ['609']),
    makeStaff('partner', 'faltenheten'),
    makeStaff('partner', 'gardstensbostader'),
    makeStaff('admin'),
  ])
})

const finds = async (staff: Staff, q: string, ref: string) =>
  (await everythingInQueue(staff, { status: 'all', q })).includes(ref)

test('a word is found in whichever form it was written', async () => {
  const own = anyWord()
  const { ref } = await makeSubmission({ body: `Gatlamporna vid ${own} lyser inte. Belysningen är dålig.` })
  for (const typed of [`gatlampan ${own}`, `GATLAMPOR ${own}`, `belysning ${own}`, `är den belysningen vid ${own}`])
    expect(await finds(coordinator, typed, ref), typed).toBe(true)
  expect(await finds(coordinator, `papperskorg ${own}`, ref)).toBe(false)
})

test('a letter that went wrong hides nothing: one too few, too many, another, or two that changed places', async () => {
  const { ref } = await makeSubmission({ body: 'Vid dagvattenbrunnen bakom fritidsgården står vatten.' })
  await count()
  for (const typed of ['dagvatenbrunnen', 'dagvattenbbrunnen', 'dagvattenbrynnen', 'dagvattenbrunnne', 'fritidsgrden'])
    expect(await finds(coordinator, typed, ref), typed).toBe(true)
})

test('what the resident misspelt is found by the word that she meant', async () => {
  const many = Array.from({ length: 11 }, () => makeSubmission({ body: 'Återvinningsstationen är full.' }))
  await Promise.all(many)
  const { ref } = await makeSubmission({ body: 'Återviningsstationen är full.' })
  await count()
  expect(await finds(coordinator, 'återvinningsstationen', ref)).toBe(true)
})

test('a case is found by its reference, typed as one likes', async () => {
  const { ref } = await makeSubmission()
  expect(await everythingInQueue(coordinator, { status: 'all', q: ` ${ref.toLowerCase()} ` })).toEqual([ref])
  expect(await everythingInQueue(officer, { status: 'all', q: ref })).toEqual([])
})

test('other languages are searched word by word', async () => {
  const { ref } = await makeSubmission({ body: 'المصباح مكسور بجانب الطريق' })
  expect(await finds(coordinator, 'مكسور', ref)).toBe(true)
})

describe('a search reaches what the person reaches', () => {
  test('and what was rewritten, of a company; never a word of the resident’s', async () => {
    const [own, rewritten] = [anyWord(), anyWord()]
    const { ref, id } = await makeSubmission({ body: `Min granne ${own}`, status: 'in_progress', areaCode: '606' })
    for (const staff of [officer, limited, youth, company, admin]) expect(await finds(staff, own, ref)).toBe(false)
    await route(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: `En lampa vid ${rewritten}.` })
    await count()
    expect(await finds(company, own, ref)).toBe(false)
    expect(await finds(company, rewritten, ref)).toBe(true)
    expect(await finds(coordinator, own, ref)).toBe(true)
    await route(coordinator, ref, { organisation: 'faltenheten' })
    expect(await finds(youth, own, ref)).toBe(true)
    // Nor by the function itself.
    for (const staff of [officer, limited, company, admin])
      expect(await as(staff, (tx) => searchSubmissions(tx, own)), staff.role).not.toContain(id)
  })

  test('and nobody reads the words themselves', async () => {
    for (const viewer of [coordinator, company, admin, { as: 'public' } as const, { as: 'worker' } as const])
      expect(await as(viewer, (tx) => tx.execute(sql`select word from search_words`)).catch(errorCode)).toContain(
        '42501',
      )
    for (const asked of [
      sql`select count_search_words_anew()`,
      sql`select count_search_words('polisen', '606')`,
      sql`select * from search_wanted('x', '{polisen}', null)`,
    ])
      expect(await as(coordinator, (tx) => tx.execute(asked)).catch(errorCode)).toContain('42501')
  })
})

describe('what a misspelt search is corrected towards is nothing that she may not read', () => {
  /** All that she is answered, of the first page and of the search itself, to the byte. */
  const answerTo = async (staff: Staff, q: string) =>
    JSON.stringify([
      await queue(staff, queueFilter.parse({ status: 'all', q })),
      await as(staff, (tx) => searchSubmissions(tx, q)),
    ])
  const ofThePolice = { category: 'drugs' } as const

  test('nor what she misspells it as, of the other authority, other areas or before it is screened', async () => {
    const own = anyWord()
    const misspelt = `${own.slice(0, 4)}${own.slice(5)}`
    const { ref } = await makeSubmission({ body: `Vid ${own}`, areaCode: '609', status: 'in_progress' })
    await makeSubmission({ body: `Vid ${own}`, areaCode: '609', ...ofThePolice, status: 'in_progress' })
    await route(coordinator, ref, { organisation: 'faltenheten' })
    await count()
    const before = new Map<Staff, string>()
    for (const staff of [coordinator, officer, limited, youth]) before.set(staff, await answerTo(staff, misspelt))
    for (const staff of [coordinator, limited, youth]) expect(await finds(staff, misspelt, ref)).toBe(true)

    // Where the word as she types it is known, it would be taken for what she meant.
    await makeSubmission({ body: `Vid ${misspelt}`, areaCode: '609', ...ofThePolice })
    await count()
    for (const staff of [coordinator, limited, youth])
      expect(await answerTo(staff, misspelt), staff.role).toBe(before.get(staff))
    expect(await answerTo(officer, misspelt)).not.toBe(before.get(officer))

    await makeSubmission({ body: `Vid ${misspelt}`, areaCode: '606' })
    await count()
    for (const staff of [limited, youth]) expect(await answerTo(staff, misspelt), staff.role).toBe(before.get(staff))
    expect(await answerTo(coordinator, misspelt)).not.toBe(before.get(coordinator))
  })

  test('nor words that are more common there, which would take the place of hers', async () => {
    const own = anyWord()
    const misspelt = `${own}x`
    const { ref } = await makeSubmission({ body: `Vid ${own}`, areaCode: '609' })
    await count()
    const before = await answerTo(coordinator, misspelt)
    expect(before).toContain(ref)
    for (const letter of 'bcdfghjklm') {
      await makeSubmission({ body: `${own}${letter}`, ...ofThePolice })
      await makeSubmission({ body: `${own}${letter}`, ...ofThePolice })
    }
    await count()
    expect(await answerTo(coordinator, misspelt)).toBe(before)
  })

  test('nor what she read once: the words of a case that was handed over or called back are hers no more', async () => {
    const own = anyWord()
    const known = (reader: string) =>
      as(seed, (tx) => tx.execute(sql`select from search_words where word = ${own} and reader = ${reader}`))
    const { id, ref } = await makeSubmission({ body: `Vid ${own}`, status: 'in_progress' })
    await route(coordinator, ref, { organisation: 'faltenheten' })
    await count()
    expect([(await known('goteborg')).length, (await known('to faltenheten')).length]).toEqual([1, 1])
    await unroute(coordinator, ref, 'faltenheten')
    expect([(await known('goteborg')).length, (await known('to faltenheten')).length]).toEqual([1, 0])
    await as(coordinator, (tx) => tx.execute(sql`select hand_over_case(${id}, 'polisen')`))
    expect(await known('goteborg')).toHaveLength(0)
    await count()
    expect([(await known('goteborg')).length, (await known('polisen')).length]).toEqual([0, 1])
  })
})

test('the words of a case that goes away go with it', async () => {
  const own = anyWord()
  const { id } = await makeSubmission({ body: `Något om ${own}` })
  await count()
  const known = () => as(seed, (tx) => tx.execute(sql`select word from search_words where word = ${own}`))
  expect(await known()).toHaveLength(1)
  await as(seed, async (tx) => {
    await tx.execute(sql`delete from bells where submission_id = ${id}`)
    await tx.execute(sql`delete from moves where submission_id = ${id}`)
    await tx.execute(sql`delete from submissions where id = ${id}`)
  })
  expect(await known()).toHaveLength(0)
})

test('words are counted when something has come, and not again for a while', async () => {
  const own = anyWord()
  await makeSubmission({ body: own })
  await countSearchWords(Date.now() + 86_400_000)
  expect(await as(seed, (tx) => tx.execute(sql`select word from search_words where word = ${own}`))).toHaveLength(1)
})

test('signs that mean something to the database mean nothing in a search', async () => {
  for (const typed of ["'", '\\', "' | '", ':*', '!a & (b', '%', '<->', '"x', '((', "\\'x"])
    expect(Array.isArray(await everythingInQueue(coordinator, { q: typed })), typed).toBe(true)
})
