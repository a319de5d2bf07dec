import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, errorCode, everyone, worker, type Viewer } from '#db/client.server.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tipsKeyGrants } from '#db/schema/tips.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { makeTip } from '../support/make-tip.ts'
import { newHolders, newOfficer, openKeyOf, withoutKeys, withoutTips } from '../support/new-holders.ts'

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

test('a resident without a code reads no tip', async () => {
  expect(await read({ as: 'resident', codeHash: 'none' }, 'select * from tips')).toHaveLength(0)
})

describe('whoever asks under the role of holders', () => {
  let holder: Staff, colleague: Staff, submissionId: string
  beforeAll(async () => {
    const { officers } = await newHolders(2)
    ;[holder, colleague] = officers.map(({ staff: officer }) => officer) as [Staff, Staff]
    const photo = { shown: Buffer.from('shown'), original: Buffer.from('original') }
    await makeTip(await openKeyOf(officers[0]!), { messages: ['Det hände igen.'], photo })
    const { id, ref } = await makeSubmission({ category: 'drugs', status: 'in_progress' })
    submissionId = id
    await note(holder, ref, 'En anteckning')
  })
  afterAll(async () => {
    await withoutTips()
    await withoutKeys()
  })

  const asTips = ({ id, organisation }: Pick<Staff, 'id' | 'organisation'>): Viewer => ({
    as: 'tips',
    id,
    organisation,
  })
  const sealed = ['submissions', 'notes', 'moves'] as const
  const readable = [...tables, ...sealed]
  /** The tables of which she is given a row. */
  const given = async (viewer: Viewer) => {
    const found: string[] = []
    for (const table of readable)
      if ((await read(viewer, `select 1 from ${table} limit 1`)).length > 0) found.push(table)
    return found.sort()
  }
  const closed = async (who: Staff) => {
    await as({ as: 'seed' }, (tx) => tx.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, who.id)))
    return who
  }

  test('reaches all of it when she is an active officer of the police who holds', async () => {
    expect(await given(asTips(holder))).toEqual([...readable].sort())
  })

  test('sees as an officer who holds nothing only how the keys stand', async () => {
    const keys = ['recovery_keys', 'tip_holders', 'tips_key_grants', 'tips_keys']
    expect(await given(asTips(await makeStaff('officer')))).toEqual(keys)
  })

  test('reads as a registrar of the police what a disclosure needs, and writes nothing but that she disclosed or tried to', async () => {
    const registrar = await makeStaff('registrar', 'polisen')
    const viewer = asTips(registrar)
    expect(await given(viewer)).toEqual(['recovery_keys', 'tip_messages', 'tip_photos', 'tips', 'tips_keys'])
    for (const [table, column] of [
      ...[
        ['tips', 'status'],
        ['tip_messages', 'read_on'],
        ['tip_photos', 'kept_on'],
        ['tips_keys', 'retired_on'],
      ],
      ...[
        ['recovery_keys', 'retired_on'],
        ['tip_holders', 'head_id'],
      ],
    ])
      expect(await changed(viewer, `update ${table} set ${column} = ${column}`), table).toBe(0)
    for (const event of ['tip-disclosed', 'shares-refused'])
      expect(await told(viewer, lineBy(registrar, event)), event).toBe('done')
    expect(await told(viewer, lineBy(registrar, 'tip-closed'))).toContain('42501')
    expect(await told(viewer, grantTo(registrar))).toContain('42501')
  })

  test('reaches nothing as anybody else, whatever she says of herself', async () => {
    const others = [
      await makeStaff('coordinator'),
      await makeStaff('officer', 'goteborg'),
      await makeStaff('registrar', 'goteborg'),
      await makeStaff('admin'),
      await makeStaff('partner', 'faltenheten'),
      await closed((await newOfficer()).staff),
      { ...holder, id: randomUUID() },
    ]
    for (const other of others) {
      const who = `${other.role} of ${other.organisation}`
      for (const organisation of [other.organisation, 'polisen']) {
        const viewer = asTips({ id: other.id, organisation })
        expect(await given(viewer), who).toEqual([])
        expect(await changed(viewer, 'update tips set status = status'), who).toBe(0)
        expect(await changed(viewer, 'delete from tips_key_grants'), who).toBe(0)
        expect(await told(viewer, grantTo(other)), who).toContain('42501')
        expect(await told(viewer, lineBy(other, 'tip-read')), who).toContain('42501')
        expect(await told(viewer, `select forget_submission('${submissionId}', '${other.id}')`), who).toContain('42501')
      }
    }
  })

  test('writes in her own name alone', async () => {
    const viewer = asTips(holder)
    expect(await told(viewer, lineBy(holder, 'tip-read'))).toBe('done')
    expect(await told(viewer, lineBy(colleague, 'tip-read'))).toContain('42501')
    expect(await told(viewer, `select forget_submission('${submissionId}', '${colleague.id}')`)).toContain('42501')
    const officer = await makeStaff('officer')
    expect(await told(asTips(officer), grantTo(colleague))).toContain('42501')
    expect(await changed(asTips(officer), 'delete from tips_key_grants')).toBe(0)
    expect(await changed(asTips(officer), "update tip_holders set head_id = 'x'")).toBe(0)
  })

  test('reaches nothing more once her account is closed, though her keys are still there', async () => {
    const gone = await closed((await newHolders(2)).officers[0]!.staff)
    expect(await as({ as: 'seed' }, (tx) => tx.$count(tipsKeyGrants, eq(tipsKeyGrants.staffId, gone.id)))).toBe(1)
    expect(await given(asTips(gone))).toEqual([])
  })
})

const lineBy = ({ id }: Staff, event: string) =>
  `insert into tip_audit_lines (day, event, subject, staff_id) values ('2026-11-23', '${event}', 'x', '${id}')`
const grantTo = ({ id }: Staff) =>
  `insert into tips_key_grants (key_id, staff_id, sealed, granted_on) select id, '${id}', '\\x00', '2026-11-23'
    from (select '${randomUUID()}'::uuid as id) as other`
const told = (viewer: Viewer, what: string) => read(viewer, what).then(() => 'done', errorCode)
const changed = async (viewer: Viewer, what: string) => (await read(viewer, what)).count

test('nobody but who edits accounts lets a person lay down her keys', async () => {
  const aResident: Viewer = { as: 'resident', codeHash: 'none' }
  for (const viewer of [everyone, aResident, staff, worker, { ...staff, as: 'tips' } as const])
    await expect(read(viewer, `select lay_down_keys('nobody', 'nobody')`)).rejects.toMatchObject({
      cause: { code: '42501' },
    })
  expect([...(await read({ as: 'auth' }, `select lay_down_keys('nobody', 'nobody') as done`))]).toEqual([
    { done: true },
  ])
})
