import { randomUUID } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { as, errorCode } from '#db/client.server.ts'
import { notes, searchWords } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { answer as giveAnswer } from '#app/domain/submissions/answer.server.ts'
import { countSearchWords } from '#app/domain/submissions/count-search-words.server.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { searchSubmissions } from '#app/domain/submissions/search-submissions.server.ts'
import { shareNote } from '#app/domain/submissions/share-note.server.ts'
import { unroute } from '#app/domain/submissions/unroute.server.ts'
import { withdrawAnswer } from '#app/domain/submissions/withdraw-answer.server.ts'
import { everythingInQueue } from '../../support/everything-in-queue.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, officer: Staff, limited: Staff, youth: Staff, company: Staff, admin: Staff
const seed = { as: 'seed' } as const
/** What the search itself gives, before any row of it is read. */
const hits = (staff: Staff, q: string) =>
  as(staff, async (tx) => (await searchSubmissions(tx, staff, { q, status: 'all' })).ids)
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
    for (const staff of [officer, limited, company, admin]) expect(await hits(staff, own), staff.role).not.toContain(id)
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
    JSON.stringify([await queue(staff, queueFilter.parse({ status: 'all', q })), await hits(staff, q)])
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

  test('nor is a case named that lies where she does not reach', async () => {
    const elsewhere = await makeSubmission({ areaCode: '606' })
    const { ref } = await makeSubmission({ body: `Som i ${elsewhere.ref}`, areaCode: '609' })
    expect(await everythingInQueue(limited, { status: 'all', q: elsewhere.ref })).toEqual([ref])
    expect(await everythingInQueue(coordinator, { status: 'all', q: elsewhere.ref })).toEqual([elsewhere.ref])
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

describe('a case is found by what was written in it since', () => {
  const findersOf = async (typed: string, id: string) => {
    const found: Record<string, boolean> = {}
    for (const [name, staff] of Object.entries({ coordinator, officer, limited, youth, company, admin }))
      found[name] = (await hits(staff, typed)).includes(id)
    return Object.keys(found).filter((name) => found[name])
  }

  test('by resident and staff in its thread and in an answer, in any language, by all who read it', async () => {
    const [asked, told, answered, translated] = [anyWord(), anyWord(), anyWord(), anyWord()]
    const { id, ref, hash } = await makeSubmission({ body: 'Trasig lampa', status: 'in_progress' })
    await addMessage(hash, { message: `Nu är det ${asked} också.`, formToken: await formTokenOfOurs() })
    await reply(coordinator, ref, { message: `Vi frågar ${told}.`, formToken: await formTokenOfOurs() })
    const body = { sv: `Det är lagat av ${answered}.`, en: `It was mended by ${translated}.` }
    await giveAnswer(coordinator, ref, { body, audience: 'resident', after: 0 })
    const all = [asked, told, answered, translated]
    for (const typed of all) expect(await findersOf(typed, id), typed).toEqual(['coordinator'])
    await route(coordinator, ref, { organisation: 'faltenheten' })
    await route(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: 'En lampa.' })
    for (const typed of all) expect(await findersOf(typed, id), typed).toEqual(['coordinator', 'youth'])
    // Words of the text and of the thread together, and misspelt.
    await count()
    for (const typed of [`trasiga lampor ${asked}`, `${told} ${answered}`, translated.slice(1)])
      expect(await finds(coordinator, typed, ref), typed).toBe(true)
  })

  test('but no more by an answer that was withdrawn', async () => {
    const [first, second] = [anyWord(), anyWord()]
    const { id, ref } = await makeSubmission({ status: 'in_progress' })
    await giveAnswer(coordinator, ref, { body: { sv: `Hos ${first}` }, audience: 'resident', after: 0 })
    await giveAnswer(coordinator, ref, { body: { sv: `Hos ${second}` }, audience: 'resident', after: 1 })
    await count()
    const known = () =>
      as(seed, (tx) => tx.execute(sql`select from search_words where word = ${first} or word = ${second}`))
    expect(await known()).toHaveLength(2)
    await withdrawAnswer(coordinator, ref, { version: 1, ground: 'privacy', reason: 'Ett namn' })
    expect([await findersOf(first, id), await findersOf(second, id)]).toEqual([[], ['coordinator']])
    expect(await known()).toHaveLength(1)
  })

  test('in a note by who may read the note, and by nobody else', async () => {
    const [own, theirs, ofCompany] = [anyWord(), anyWord(), anyWord()]
    const { id, ref } = await makeSubmission({ body: 'Trasig lampa', status: 'in_progress' })
    for (const organisation of ['faltenheten', 'goteborg']) await route(coordinator, ref, { organisation })
    await route(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: 'En lampa.' })
    await note(coordinator, ref, `Ringde ${own}.`)
    const made = await note(youth, ref, `Mötte ${theirs}.`)
    await note(company, ref, `Byter till ${ofCompany}.`)
    await count()
    expect(await findersOf(own, id)).toEqual(['coordinator'])
    expect(await findersOf(theirs, id)).toEqual(['youth'])
    expect(await findersOf(ofCompany, id)).toEqual(['company'])
    // What was noted is nothing that a misspelt search is corrected towards, nor is it read with the case.
    expect(await as(seed, (tx) => tx.$count(searchWords, inArray(searchWords.word, [own, theirs])))).toBe(0)
    expect(await as(coordinator, (tx) => tx.$count(notes, sql`${notes.search} @@ ${theirs}::tsquery`))).toBe(0)

    if ('refused' in made) throw new Error(made.refused)
    await shareNote(youth, ref, made.noted)
    expect(await findersOf(theirs, id)).toEqual(['coordinator', 'youth'])
    // Also by whom the case reaches later.
    await route(coordinator, ref, { organisation: 'ung-nordost' })
    const later = await makeStaff('partner', 'ung-nordost')
    expect(await hits(later, theirs)).toEqual([id])
    expect(await hits(later, own)).toEqual([])
    // Not by who reads the note no more, since she does not reach the case.
    await unroute(coordinator, ref, 'faltenheten')
    expect(await findersOf(theirs, id)).toEqual(['coordinator'])
  })
})

test('a thread that grows for ever costs no more, and is found by what was written last', async () => {
  const [first, last] = [anyWord(), anyWord()]
  const { id, ref, hash } = await makeSubmission()
  const some = (n: number) => Array.from({ length: 600 }, (_, word) => `ord${n * 600 + word}`).join(' ')
  for (const message of [first, ...Array.from({ length: 12 }, (_, n) => some(n)), last])
    await addMessage(hash, { message, formToken: await formTokenOfOurs() })
  const [row] = await as(seed, (tx) =>
    tx.execute<{ words: number }>(sql`select length(said) as words from submissions where id = ${id}`),
  )
  expect(row!.words).toBeLessThan(6000)
  expect([await finds(coordinator, first, ref), await finds(coordinator, last, ref)]).toEqual([false, true])
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
