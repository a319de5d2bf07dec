import { spawnSync } from 'node:child_process'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { verifyAudit } from '#app/cli/verify-audit.server.ts'
import { lastAnchors } from '#app/domain/audit/last-anchors.server.ts'
import { sealEnd } from '#app/domain/audit/sealed-end.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { asIntruder, newLines } from '../support/link-audit.ts'

/** Runs the command as the operator does, on this test's database. */
function verify(...words: string[]) {
  const { DATABASE_URL: _, ...rest } = process.env
  const given = { DATABASE_URL: process.env.TEST_DATABASE_URL ?? '', SMTP_URL: 'smtp://localhost:2525' }
  const env = { ...rest, NODE_ENV: 'production' as const, ...given }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['app/cli/portal.ts', 'audit', 'verify', ...words], {
    env,
  })
  return { status, told: stdout.toString(), wrong: stderr.toString() }
}

const alter = (id: number, event: string) =>
  as({ as: 'seed' }, async (tx) => {
    await asIntruder(tx)
    await tx.execute(sql`update audit_lines set event = ${event} where id = ${id}`)
  })

test('the operator proves the audit with one command, which names the line that was altered', async () => {
  const [, id] = await newLines(3)
  const sound = verify()
  expect(sound).toMatchObject({ status: 0, wrong: '' })
  expect(sound.told).toMatch(/^audit: \d+ lines, every one as it was written$/m)
  const end = /^audit: ends at (\d+:[\da-f]{64})$/m.exec(sound.told)?.[1] ?? ''
  expect(verify('--anchor', end)).toMatchObject({ status: 0 })
  try {
    await alter(id!, 'other')
    const { status, told } = verify()
    expect(status).toBe(1)
    expect(told).toMatch(new RegExp(`^audit: line \\d+ \\(id ${id}, other, .*\\) was altered or moved`, 'm'))
  } finally {
    await alter(id!, 'tried')
  }
  expect(verify('--anchor', 'yesterday')).toMatchObject({
    status: 1,
    wrong: expect.stringMatching(/^--anchor must be/),
  })
}, 60_000)

test('where the chain of tips ended, as the log has it sealed, tells that lines were removed since', async () => {
  const { tips } = await lastAnchors()
  const later = sealEnd(await lastingKey('audit anchors'), { position: 999_999, hash: 'f'.repeat(64) })
  // What is sealed may begin with a dash.
  const missed = verify(`--tips-anchor=${later}`)
  expect(missed.status).toBe(1)
  expect(missed.told).toContain('audit of tips: lines were removed from the end: the anchor given stands at 999999')
  const altered = `${tips.slice(0, -3)}xyz`
  await expect(verifyAudit({ tips: altered })).rejects.toThrow(/^--tips-anchor must be/)
}, 60_000)

test('what is told of a sound audit holds no content, only how many lines and where they end', async () => {
  await newLines(1)
  const { sound, told } = await verifyAudit()
  expect(sound).toBe(true)
  expect(told).toMatch(/^audit: \d+ lines, every one as it was written\naudit: ends at \S+\naudit of tips: \d+ lines/)
})
