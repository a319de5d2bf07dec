import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { as, errorCode } from '#db/client.server.ts'
import { savedViews } from '#db/schema/views.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { changeView } from '#app/domain/views/change-view.server.ts'
import { viewInput } from '#app/domain/views/input.server.ts'
import { mostViews, viewNameLimit } from '#app/domain/views/limits.ts'
import { removeView } from '#app/domain/views/remove-view.server.ts'
import { saveView } from '#app/domain/views/save-view.server.ts'
import { viewsForStaff } from '#app/domain/views/views-for-staff.server.ts'
import { makeStaff } from '../../support/make-staff.ts'

let own: Staff, colleague: Staff, partner: Staff, elsewhere: Staff
beforeEach(async () => {
  // What is shared is seen by all of an organisation: each test has one of its own.
  const organisation = `views-${crypto.randomUUID().slice(0, 8)}`
  await as({ as: 'seed' }, (tx) =>
    tx.execute(sql`insert into organisations (slug, name, kind, authority)
      select ${organisation}, name, kind, authority from organisations where slug = 'trygghetssamordningen'`),
  )
  own = await makeStaff('coordinator', organisation)
  colleague = await makeStaff('coordinator', organisation)
  partner = await makeStaff('partner', organisation)
  elsewhere = await makeStaff('coordinator')
})

const input = (name: string, filter = 'status=answered&area=606', shared?: 'yes') =>
  viewInput.parse({ name, filter, shared })
const save = async (staff: Staff, name: string, shared?: 'yes') => {
  const result = await saveView(staff, input(name, undefined, shared))
  if ('refused' in result) throw new Error(result.refused)
  return result.saved
}
const namesSeenBy = async (staff: Staff) => (await viewsForStaff(staff)).map(({ name }) => name)

test('a view is the filter without the place in the queue, and hers alone until she shares it', async () => {
  await saveView(own, input('Lampor', 'status=open&q=lampa&photos=yes&after=1.2.x&colour=red'))
  const [view] = await viewsForStaff(own)
  expect(view).toMatchObject({ name: 'Lampor', own: true, mayChange: true, shared: false, madeBy: own.name })
  expect(view?.filter).toEqual({ status: 'open', q: 'lampa', photos: 'yes' })
  expect(await namesSeenBy(colleague)).toEqual([])
  await changeView(own, view!.id, { name: 'Lamporna', shared: true })
  expect(await namesSeenBy(colleague)).toEqual(['Lamporna'])
  expect(await namesSeenBy(partner)).toEqual(['Lamporna'])
  expect(await namesSeenBy(elsewhere)).not.toContain('Lamporna')
})

test('a view outlives what it filters by: what means nothing any more is left out, the rest and the name stay', async () => {
  const id = await save(own, 'Gammal')
  const filter = { status: 'answered', area: '606', category: 'gone-since', planet: 'mars' }
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(savedViews)
      .set({ filter })
      .where(sql`id = ${id}`),
  )
  const [view] = await viewsForStaff(own)
  expect(view!.name).toBe('Gammal')
  expect(view!.filter).toEqual({ status: 'answered', area: '606' })
})

test('a name that she sees already is refused, in upper or lower case, her own or shared, and kept when renamed to itself', async () => {
  const id = await save(own, 'Mina', 'yes')
  expect(await saveView(own, input('MINA'))).toEqual({ refused: 'name-taken' })
  expect(await saveView(colleague, input('mina'))).toEqual({ refused: 'name-taken' })
  expect(await changeView(own, id, { name: 'mina', shared: true })).toEqual({ changed: true })
  const other = await save(colleague, 'Andra')
  expect(await changeView(colleague, other, { name: 'Mina', shared: false })).toEqual({ refused: 'name-taken' })
  await save(elsewhere, `Mina ${id}`)
  expect(await saveView(own, input(`Mina ${id}`))).toHaveProperty('saved')
})

test('of two that save the same shared name at once, one is refused', async () => {
  const both = await Promise.all([own, colleague].map((staff) => saveView(staff, input('Samma', undefined, 'yes'))))
  expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'name-taken' }])
})

test('what is shared is changed and removed by its maker and by colleagues who triage, and stays shared in their hands', async () => {
  const id = await save(partner, 'Fältets', 'yes')
  expect(await changeView(colleague, id, { name: 'Fältet', shared: false })).toEqual({ changed: true })
  expect(await viewsForStaff(own)).toMatchObject([{ name: 'Fältet', shared: true, mayChange: true, own: false }])
  const mine = await save(own, 'Samordnarens', 'yes')
  for (const stranger of [partner, elsewhere]) {
    expect(await changeView(stranger, mine, { name: 'Kapad', shared: true })).toEqual({ refused: 'not-found' })
    expect(await removeView(stranger, mine)).toEqual({ refused: 'not-found' })
  }
  expect(await removeView(colleague, id)).toEqual({ removed: true })
  expect(await removeView(own, mine)).toEqual({ removed: true })
  expect(await namesSeenBy(partner)).toEqual([])
})

test('the database itself keeps a view from others, and its maker’s name on it', async () => {
  const id = await save(own, 'Egen')
  const change = (staff: Staff, statement: string) => as(staff, (tx) => tx.execute(sql.raw(statement)))
  const asked = `select id from saved_views where id = '${id}'`
  expect([...(await change(own, asked))]).toHaveLength(1)
  expect([...(await change(colleague, asked))]).toEqual([])
  const shared = await save(own, 'Delad', 'yes')
  for (const role of ['organiser', 'analyst', 'admin'] as const)
    expect(await viewsForStaff(await makeStaff(role, own.organisation))).toEqual([])
  const refusalOf = (staff: Staff, statement: string) => change(staff, statement).then(() => 'done', errorCode)
  const tries = [
    [colleague, `update saved_views set shared = false where id = '${shared}'`],
    [colleague, `update saved_views set staff_id = '${colleague.id}' where id = '${shared}'`],
    [own, `update saved_views set organisation = 'polisen' where id = '${shared}'`],
    [
      colleague,
      `insert into saved_views (staff_id, organisation, shared, name, filter)
        values ('${own.id}', '${own.organisation}', true, 'Falsk', '{}')`,
    ],
  ] as const
  for (const [staff, statement] of tries) expect(await refusalOf(staff, statement), statement).toContain('42501')
})

test('there is room for so many views and no more, and for a name of so many characters', async () => {
  for (let count = 0; count < mostViews; count++) await save(own, `Vy ${count}`)
  expect(await saveView(own, input('En till'))).toEqual({ refused: 'too-many-views' })
  const [first] = await viewsForStaff(own)
  expect(await changeView(own, first!.id, { name: 'Vy noll', shared: true })).toEqual({ changed: true })
  const tooLong = viewInput.safeParse({ name: 'x'.repeat(viewNameLimit + 1), filter: '' })
  expect(tooLong.error?.issues[0]).toMatchObject({ path: ['name'], message: 'too-long' })
  expect(viewInput.safeParse({ name: ' \n ', filter: '' }).error?.issues[0]?.message).toBe('missing')
})

test('a company shares views of its own within itself', async () => {
  const [one, other] = [await makeStaff('partner'), await makeStaff('partner')]
  const name = `Bolagets ${crypto.randomUUID()}`
  const id = await save(one, name, 'yes')
  expect(await namesSeenBy(other)).toContain(name)
  expect(await removeView(other, id)).toEqual({ refused: 'not-found' })
  expect(await changeView(one, id, { name: `${name}.`, shared: false })).toEqual({ changed: true })
  expect(await namesSeenBy(other)).not.toContain(`${name}.`)
  expect(await removeView(one, id)).toEqual({ removed: true })
})

test('what is done to a view is in the log: that it is shared, never its name or what it shows', async () => {
  const id = await save(own, 'Hemlig Person', 'yes')
  await changeView(own, id, { name: 'Hemlig Människa', shared: true })
  await removeView(own, id)
  const lines = await as({ as: 'seed' }, (tx) =>
    tx.execute<{ event: string; staff_id: string; details: unknown }>(
      sql`select event, staff_id, details from audit_lines where subject = ${`view:${id}`} order by id`,
    ),
  )
  const details = { shared: true }
  expect([...lines]).toEqual(
    ['view-saved', 'view-changed', 'view-removed'].map((event) => ({ event, staff_id: own.id, details })),
  )
})
