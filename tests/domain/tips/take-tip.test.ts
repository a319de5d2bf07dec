import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { openContent, messagePlace, type TipMessageContent } from '#app/domain/tips/sealed-content.server.ts'
import { takeTip, type TipInput } from '#app/domain/tips/take-tip.server.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeHolders, setTips, type TestHolders } from '../../support/make-holders.ts'
import {
  filledTip,
  keyByHolder,
  makeTip,
  readByHolder,
  storedMessages,
  storedTip,
  tipFormToken,
} from '../../support/told-tip.ts'

let tipsKey: TestHolders['tipsKey']
beforeAll(async () => {
  ;({ tipsKey } = await makeHolders())
  await setTips('open')
})
afterAll(() => setTips('signpost'))

const refusal = async (said: Partial<TipInput>) => {
  const result = await takeTip(await filledTip(said))
  return 'refused' in result && result.refused
}

test('a holder reads all that was told, and in the database nothing of it stands in clear', async () => {
  const said = { body: 'Zebrafisken kör en grå kombi.', placeNote: 'Bakom kiosken', place: 'rymdtorget' }
  const { ref } = await makeTip({ ...said, answers: [{ question: 'seen', values: ['Kvartsuret'] }] })
  const told = await readByHolder(ref, tipsKey)
  expect(told).toMatchObject({ ...said, category: 'drugs', writtenIn: 'sv', language: 'sv', heldFor: [] })
  expect(told.answers).toEqual([{ question: 'seen', values: ['Kvartsuret'] }])
  expect(told.cell).toMatch(/^8[9a]/)

  const row = JSON.stringify(await storedTip(ref), (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )
  for (const word of ['Zebrafisken', 'kombi', 'kiosken', 'Kvartsuret', 'rymdtorget', 'drugs'])
    expect(row).not.toContain(word)
  expect(await storedTip(ref)).toMatchObject({ areaCode: '306', status: 'received' })
})

test('two tips of different length are as long as each other when they are sealed', async () => {
  const [short, long] = [await makeTip({ body: 'Kort.' }), await makeTip({ body: 'Längre. '.repeat(30) })]
  const [one, other] = [await storedTip(short.ref), await storedTip(long.ref)]
  expect(one!.content.length).toBe(other!.content.length)
})

// insertTip finds what the same form has made before.
test('the same form posted ten times at once is one tip with one code', async () => {
  const input = await filledTip()
  const answers = await Promise.all(Array.from({ length: 10 }, () => takeTip(input)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toHaveProperty('code')
})

// What keepResentTip keeps, by addToTipThread.
test('what was changed before the form was sent again is a sealed message, once', async () => {
  const input = await filledTip({ body: 'Det första.' })
  const inWords = (parts: readonly string[]) => Promise.resolve(parts.join(' '))
  const first = await takeTip(input, { inWords })
  const changed: TipInput = { ...input, body: 'Det andra.', areaCode: '601' }
  expect(await takeTip(changed, { inWords })).toEqual(first)
  expect(await takeTip(changed, { inWords })).toEqual(first)
  const { ref } = first as { ref: string }
  const { id } = (await storedTip(ref))!
  const [message, ...more] = await storedMessages(id)
  expect(more).toEqual([])
  const key = await keyByHolder(ref, tipsKey)
  const { body } = await openContent<TipMessageContent>(key, messagePlace(id, 1), message!.content)
  expect(body).toBe('Det andra.\n\nplace')
  expect((await readByHolder(ref, tipsKey)).body).toBe('Det första.')
})

test('a tip is written in the tables of tips and nowhere else', async () => {
  await makeTip()
  const before = await rowsElsewhere()
  await makeTip()
  expect(await rowsElsewhere()).toEqual(before)
})

/** How many rows each table holds, those of tips left out. */
const rowsElsewhere = () =>
  as({ as: 'seed' }, async (tx) => {
    const tables = await tx.execute<{ name: string }>(sql`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'pgboss') and tablename not like 'tip%' order by 1`)
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const [row] = await tx.execute<{ all: number }>(sql.raw(`select count(*)::int as all from ${name}`))
      counts[name] = row!.all
    }
    return counts
  })

test('a form of another kind, one that is too old, and a place elsewhere are refused', async () => {
  expect(await refusal({ formToken: await formTokenOfOurs() })).toBe('stale-form')
  expect(await refusal({ formToken: await tipFormToken(Date.now() - 8 * 24 * 3600_000) })).toBe('stale-form')
  expect(await refusal({ areaCode: '999' })).toBe('outside-area')
  expect(await refusal({ areaCode: undefined })).toBe('place-missing')
})

test('no tip is taken while the portal shows the signpost', async () => {
  await setTips('signpost')
  expect(await tipsAreTaken()).toBe(false)
  expect(await refusal({})).toBe('not-allowed')
  await setTips('open')
  expect(await tipsAreTaken()).toBe(true)
})
