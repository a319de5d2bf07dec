import { sql, type SQL } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { signatureOf } from '#app/domain/audit/chain.server.ts'
import { linkAuditLines } from '#app/domain/audit/link-audit-lines.server.ts'
import { verifyChain } from '#app/domain/audit/verify-chain.server.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { newLines, verdictAfter } from '../../support/link-audit.ts'

let ids: number[]
let places: number[]

beforeEach(async () => {
  ids = await newLines(6)
  const rows = await as({ as: 'seed' }, (tx) =>
    tx.execute(sql`select position from audit_lines where id in ${ids} order by position`),
  )
  places = rows.map(({ position }) => Number(position))
})

const hashAt = async (position: number) => {
  const [line] = await as({ as: 'seed' }, (tx) =>
    tx.execute<{ hash: string }>(sql`select hash from audit_lines where position = ${position}`),
  )
  return line!.hash
}

async function tipLines(subject: string): Promise<void> {
  await as(worker, async (tx) => {
    for (const event of ['tip-read', 'tip-closed', 'tip-read'])
      await tx.execute(
        sql`insert into tip_audit_lines (day, event, subject) values ('2026-11-23', ${event}, ${subject})`,
      )
  })
  await linkAuditLines()
}

const faultsAfter = async (...done: SQL[]) => (await verdictAfter('audit', done)).faults

test('a chain that nobody has touched is sound', async () => {
  const { faults, lines, end } = await verdictAfter('audit', [])
  expect(faults).toEqual([])
  expect(end.position).toBe(lines)
})

test.each([
  ['what was done', sql`event = 'other'`],
  ['who did it', sql`staff_id = 'somebody else'`],
  ['to what', sql`subject = 'submission:other'`],
  ['when', sql`at = at + interval '1 minute'`],
  ['a detail', sql`details = '{"number": 77}'`],
])('a line in which %s was altered is named', async (_what, change) => {
  const faults = await faultsAfter(sql`update audit_lines set ${change} where id = ${ids[2]}`)
  expect(faults).toMatchObject([{ what: 'altered', position: places[2], id: String(ids[2]) }])
})

test('a line that was removed is named, in the middle and at the start', async () => {
  expect(await faultsAfter(sql`delete from audit_lines where id in ${[ids[1], ids[2]]}`)).toMatchObject([
    { what: 'removed', position: places[1], to: places[2] },
    { what: 'unproven', position: places[3] },
  ])
  expect((await faultsAfter(sql`delete from audit_lines where position = 1`))[0]).toMatchObject({
    what: 'removed',
    position: 1,
    to: 1,
  })
})

test('a line that was removed shows also when those after it have taken its place', async () => {
  const faults = await faultsAfter(
    sql`delete from audit_lines where id = ${ids[2]}`,
    sql`update audit_lines set position = -position where position > ${places[2]}`,
    sql`update audit_lines set position = -position - 1 where position < 0`,
  )
  expect(faults[0]).toMatchObject({ what: 'altered', position: places[2], id: String(ids[3]) })
})

test('two lines that changed places are both named', async () => {
  const faults = await faultsAfter(
    sql`update audit_lines set position = -1 where id = ${ids[1]}`,
    sql`update audit_lines set position = ${places[1]} where id = ${ids[3]}`,
    sql`update audit_lines set position = ${places[3]} where id = ${ids[1]}`,
  )
  const named = faults.map((fault) => 'id' in fault && Number(fault.id))
  expect(named).toEqual(expect.arrayContaining([ids[1], ids[3]]))
})

test('lines that were cut off the end are missed by the day’s anchor', async () => {
  const faults = await faultsAfter(sql`delete from audit_lines where position >= ${places[4]}`)
  expect(faults).toMatchObject([{ what: 'cut', position: places[5] }])
})

test('a chain that was made anew from the altered line on is told by the anchor, whose signature nobody else can make', async () => {
  const unlink = [
    sql`update audit_lines set event = 'other' where id = ${ids[2]}`,
    sql`update audit_lines set position = null, hash = null where position >= ${places[2]}`,
  ]
  const cut = await faultsAfter(...unlink)
  expect(cut).toMatchObject([{ what: 'cut' }])
  const forged = await faultsAfter(
    ...unlink,
    sql`update audit_anchors set position = ${places[1]}, hash = (select hash from audit_lines where position = ${places[1]})
      where chain = 'audit' and position = ${places[5]}`,
  )
  expect(forged).toMatchObject([{ what: 'forged' }, { what: 'unsigned' }])
})

test.each(['audit', 'tips'] as const)(
  'lines cut off the end of the chain %s with the anchor of their day are missed',
  async (chain) => {
    const table = chain === 'audit' ? sql`audit_lines` : sql`tip_audit_lines`
    if (chain === 'tips') await tipLines('tip:cut')
    const end = sql`(select max(position) from ${table})`
    const anchors = sql`delete from audit_anchors where chain = ${chain} and position >= ${end}`
    const { faults } = await verdictAfter(chain, [anchors, sql`delete from ${table} where position = ${end}`])
    expect(faults).toMatchObject([{ what: 'unsigned' }])
  },
)

test('a chain that was made anew whole, without any anchor, is not taken for sound', async () => {
  const faults = await faultsAfter(sql`delete from audit_anchors where chain = 'audit'`)
  expect(faults).toEqual([{ what: 'unsigned', position: 0 }])
})

test('whole days that are gone with their anchors are missed by where the chain ended, kept elsewhere', async () => {
  const { end } = await verdictAfter('audit', [])
  // A former day that ended in the middle of these lines.
  const before = { position: places[2]!, hash: await hashAt(places[2]!) }
  const signature = signatureOf(await lastingKey('audit anchors'), 'audit', { day: '2026-11-01', ...before })
  const cut = [
    sql`delete from audit_anchors where chain = 'audit' and position > ${places[2]}`,
    sql`insert into audit_anchors (chain, day, position, hash, signature)
      values ('audit', '2026-11-01', ${before.position}, ${before.hash}, ${signature})`,
    sql`delete from audit_lines where position > ${places[2]}`,
  ]
  expect((await verdictAfter('audit', cut)).faults).toEqual([])
  expect((await verdictAfter('audit', cut, end)).faults).toMatchObject([{ what: 'cut', position: end.position }])
})

test('where the chain once ended, kept elsewhere, tells that it ends earlier now or otherwise', async () => {
  const verdict = (kept: { position: number; hash: string }) =>
    as({ as: 'seed' }, (tx) => verifyChain(tx, 'audit', kept))
  const { end } = await verdictAfter('audit', [])
  expect((await verdict(end)).faults).toEqual([])
  expect((await verdict({ ...end, hash: 'f'.repeat(64) })).faults).toMatchObject([{ what: 'anchor' }])
  expect((await verdict({ ...end, position: end.position + 1 })).faults).toMatchObject([{ what: 'cut' }])
})

test('what holders do with tips is a chain of its own, by day, and is proved alike', async () => {
  const subject = `tip:${crypto.randomUUID()}`
  await tipLines(subject)
  expect((await verdictAfter('tips', [])).faults).toEqual([])
  const altered = sql`update tip_audit_lines set day = '2026-11-24' where subject = ${subject} and event = 'tip-closed'`
  expect((await verdictAfter('tips', [altered])).faults).toMatchObject([{ what: 'altered', event: 'tip-closed' }])
  const gone = sql`delete from tip_audit_lines where subject = ${subject} and event = 'tip-closed'`
  expect((await verdictAfter('tips', [gone])).faults[0]).toMatchObject({ what: 'removed' })
  expect(
    await as(worker, (tx) => tx.execute(sql`select day from tip_audit_lines where subject = ${subject}`)),
  ).toHaveLength(3)
})
