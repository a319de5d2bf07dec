import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { audit } from '#app/domain/audit.server.ts'
import { lastAnchors } from '#app/domain/audit/last-anchors.server.ts'
import { linkAuditLines } from '#app/domain/audit/link-audit-lines.server.ts'
import { openEnd } from '#app/domain/audit/sealed-end.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { newLines } from '../../support/link-audit.ts'

const run = (statement: ReturnType<typeof sql>) => as({ as: 'seed' }, (tx) => tx.execute(statement))
const positionsOf = async (subject: string) => {
  const rows = await run(sql`select id, position, hash from audit_lines where subject = ${subject} order by position`)
  return rows.map(({ id, position, hash }) => ({ id: Number(id), position: Number(position), hash: String(hash) }))
}

test('each line of the audit gets the next place in the chain, without a gap', async () => {
  const ids = await newLines(3)
  const rows = await run(sql`select position from audit_lines where id in ${ids} order by id`)
  const [first] = rows.map(({ position }) => Number(position))
  expect(rows.map(({ position }) => Number(position))).toEqual([first, first! + 1, first! + 2])
  const all = await run(
    sql`select count(*) as lines, max(position) as last from audit_lines where position is not null`,
  )
  expect(all[0]!.lines).toBe(all[0]!.last)
  expect((await lastAnchors()).audit).toMatch(new RegExp(`^${String(all[0]!.last)}:[\\da-f]{64}$`))
})

test('where the chain of tips ends is told as a text of one length that is another each time', async () => {
  const told = [(await lastAnchors()).tips]
  await as(worker, (tx) =>
    tx.execute(sql`insert into tip_audit_lines (day, event, subject) values ('2026-11-23', 'tip-read', 'tip:x')`),
  )
  await linkAuditLines()
  told.push((await lastAnchors()).tips, (await lastAnchors()).tips)
  expect(new Set(told).size).toBe(3)
  expect(new Set(told.map(({ length }) => length)).size).toBe(1)
  const [end] = await run(sql`select position, hash from tip_audit_lines where position is not null
    order by position desc limit 1`)
  const [position, hash] = openEnd(await lastingKey('audit anchors'), told[2]!)!.split(':')
  expect([Number(position), hash]).toEqual([Number(end!.position), end!.hash])
})

test('a line whose transaction ends later comes later in the chain, whatever its number', async () => {
  const subject = `test:${crypto.randomUUID()}`
  await as(worker, async (tx) => {
    await audit(tx, { event: 'first-begun', subject })
    await as(worker, (other) => audit(other, { event: 'first-ended', subject }))
    await linkAuditLines()
  })
  await linkAuditLines()
  const rows = await run(sql`select event, id from audit_lines where subject = ${subject} order by position`)
  expect(rows.map(({ event }) => event)).toEqual(['first-ended', 'first-begun'])
  expect(Number(rows[0]!.id)).toBeGreaterThan(Number(rows[1]!.id))
})

test('several workers that link at once link each line once', async () => {
  const subject = `test:${crypto.randomUUID()}`
  await as(worker, async (tx) => {
    for (let line = 0; line < 60; line++) await audit(tx, { event: 'tried', subject })
  })
  await Promise.all([linkAuditLines(), linkAuditLines(), linkAuditLines()])
  await linkAuditLines()
  const positions = (await positionsOf(subject)).map(({ position }) => position)
  expect(positions).toEqual(Array.from({ length: 60 }, (_, index) => positions[0]! + index))
})

test('nobody can change or delete a line, not even who owns the database, without setting the rules aside', async () => {
  const [id] = await newLines(1)
  for (const statement of [
    sql`update audit_lines set event = 'other' where id = ${id}`,
    sql`update audit_lines set position = null, hash = null where id = ${id}`,
    sql`delete from audit_lines where id = ${id}`,
    sql`truncate audit_lines`,
    sql`truncate tip_audit_lines`,
    sql`insert into audit_lines (event, subject, position, hash) values ('made up', 'x:y', 999999999, 'x')`,
  ])
    await expect(run(statement)).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('the worker gives a line its place once, and changes nothing else of it', async () => {
  const subject = `test:${crypto.randomUUID()}`
  await as(worker, (tx) => audit(tx, { event: 'tried', subject }))
  const asWorker = (statement: ReturnType<typeof sql>) => as(worker, (tx) => tx.execute(statement))
  await expect(asWorker(sql`update audit_lines set event = 'x' where subject = ${subject}`)).rejects.toMatchObject({
    cause: { code: '42501' },
  })
  await linkAuditLines()
  const move = sql`update audit_lines set position = position + 1000000, hash = 'x' where subject = ${subject}`
  await expect(asWorker(move)).rejects.toMatchObject({ cause: { code: '23514' } })
})
