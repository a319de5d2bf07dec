import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as, everyone, worker, type Viewer } from '#db/client.server.ts'

const tables = [
  ...['tips', 'tip_messages', 'tip_photos', 'tips_keys', 'recovery_keys', 'tip_holders', 'tips_key_grants'],
  ...['tip_unlocks', 'tip_audit_lines'],
]
const staff: Viewer = { as: 'staff', id: randomUUID(), organisation: 'polisen' }
const read = (viewer: Viewer, what: string) => as(viewer, (tx) => tx.execute(sql.raw(what)))

test.each(tables)('neither the public nor staff may ask anything of %s', async (table) => {
  for (const viewer of [everyone, staff])
    await expect(read(viewer, `select from ${table}`)).rejects.toMatchObject({ cause: { code: '42501' } })
})

test.each(['content', 'sealed_key', 'resident_key', 'area_code', 'code_hash'])(
  'the worker has no right to %s of a tip',
  async (column) => {
    await expect(read(worker, `select ${column} from tips`)).rejects.toMatchObject({ cause: { code: '42501' } })
  },
)

test('of what is written in tips the worker sees that it is unread, and since when', async () => {
  expect(await read(worker, 'select tip_id, sender, sent_on, read_on from tip_messages')).toBeDefined()
  for (const column of ['content', 'id', 'position', 'form_token_hash'])
    await expect(read(worker, `select ${column} from tip_messages`)).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('a resident without a code reads no tip, and holders read their tables', async () => {
  expect(await read({ as: 'resident', codeHash: 'none' }, 'select * from tips')).toHaveLength(0)
  for (const table of tables)
    await expect(read({ ...staff, as: 'tips' }, `select * from ${table}`)).resolves.toBeDefined()
})
