import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { audit } from '#app/domain/audit.server.ts'
import { startLinking } from '#app/jobs/link-audit.server.ts'

test('the worker links each new line of the audit within seconds, until it is stopped', async () => {
  const subject = `test:${crypto.randomUUID()}`
  const unlinked = async () => {
    const query = sql`select id from audit_lines where subject = ${subject} and position is null`
    return (await as(worker, (tx) => tx.execute(query))).length
  }
  const stop = startLinking()
  try {
    for (let line = 1; line <= 2; line++) {
      await as(worker, (tx) => audit(tx, { event: 'tried', subject }))
      await vi.waitUntil(async () => (await unlinked()) === 0, { timeout: 10_000, interval: 50 })
    }
  } finally {
    await stop()
  }
  await as(worker, (tx) => audit(tx, { event: 'tried', subject }))
  expect(await unlinked()).toBe(1)
})
