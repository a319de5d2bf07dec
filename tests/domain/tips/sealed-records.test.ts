import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { liftSecrecy } from '#app/domain/records/lift-secrecy.server.ts'
import { markSecret } from '#app/domain/records/mark-secret.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { rate } from '#app/domain/submissions/rate.server.ts'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import { openTip } from '#app/domain/tips/open-tip.server.ts'
import { sealAsTip } from '#app/domain/tips/seal-as-tip.server.ts'
import { tipUnderCode } from '#app/domain/tips/tip-under-code.server.ts'
import { tipView } from '#app/ui/tips/tip-view.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'
import { newHolders, openKeyOf, withoutKeys, withoutTips } from '../../support/new-holders.ts'

let officer: Staff, registrar: Staff, tipsKey: OpenKey
beforeAll(async () => {
  const { officers } = await newHolders(2)
  officer = officers[0]!.staff
  tipsKey = await openKeyOf(officers[0]!)
  registrar = await makeStaff('registrar', 'polisen')
})
afterAll(async () => {
  await withoutTips()
  await withoutKeys()
})

/** A case with all that is on record of one beside its thread. */
async function made() {
  const { id, ref, hash, code } = await makeSubmission({ category: 'drugs', status: 'in_progress' })
  const run = (statement: ReturnType<typeof sql>) => as({ as: 'seed' }, (tx) => tx.execute(statement))
  await run(sql`update submissions set channel = 'phone', entered_by_id = ${officer.id} where id = ${id}`)
  const rule = crypto.randomUUID()
  await run(sql`insert into routing_rules (id, authority, position, name, priority, made_by_id, ended_at)
    values (${rule}, 'polisen', 1, 'Langning vid torget', 'high', ${officer.id}, now())`)
  await run(sql`update submissions set rule_id = ${rule}, ruled_at = now() where id = ${id}`)
  const marked = await markSecret(officer, ref, { what: 'Namnet på grannen', law: 'OSL 18 kap. 1 §' })
  if ('refused' in marked) throw new Error(marked.refused)
  await liftSecrecy(registrar, ref, marked.marked)
  await markSecret(registrar, ref, { what: 'Platsen', law: 'OSL 35 kap. 12 §' })
  await answer(officer, ref, { body: { sv: 'Svaret som togs tillbaka' }, audience: 'public', after: 0 })
  await answer(officer, ref, { body: { sv: 'Svaret som gäller' }, audience: 'resident', after: 1 })
  await run(sql`update responses set withdrawn_at = now() where submission_id = ${id} and version = 1`)
  expect(await rate(hash, { version: 2, heard: 'partly' })).toEqual({ rated: 'partly' })
  return { id, ref, hash, code }
}

test('marks of secrecy, withdrawn answers, to whom answers were given and what the resident thought are sealed with it', async () => {
  const { id, ref, hash, code } = await made()
  expect(await sealAsTip(officer, ref)).toEqual({ sealed: ref })
  const tip = (await openTip(officer, ref, tipsKey))!
  const found = (what: string) =>
    tip.officers!.history.filter((line) => line.what === what).map(({ by, text }) => [by, text])
  expect(found('mark')).toEqual([
    [officer.name, 'Namnet på grannen (OSL 18 kap. 1 §)'],
    [registrar.name, 'Platsen (OSL 35 kap. 12 §)'],
  ])
  expect(found('lifted')).toEqual([[registrar.name, 'Namnet på grannen (OSL 18 kap. 1 §)']])
  expect(found('answer')).toEqual([
    [officer.name, 'public'],
    [officer.name, 'resident'],
  ])
  expect(found('withdrawn')).toEqual([[null, 'Svaret som togs tillbaka']])
  expect(found('rating')).toEqual([[null, 'partly']])
  expect(found('entered')).toEqual([[officer.name, 'phone']])
  expect(tip.officers!.history.filter(({ what }) => what === 'rule')).toMatchObject([
    { to: 'Langning vid torget', by: null },
  ])
  expect(tip.officers!.history.every(({ at }) => at !== '')).toBe(true)

  const view = tipView(tip, 'sv', { answered: [], base: await baseMap() })
  const told = new Map(view.officers!.history.map(({ what, text }) => [what, text]))
  expect([told.get('answer'), told.get('rating'), told.get('entered')]).toEqual(['den boende', 'delvis', 'Telefon'])

  const seen = JSON.stringify(await tipUnderCode({ hash, code }))
  for (const word of ['tillbaka', 'Namnet', 'OSL', 'partly', 'Langning']) expect(seen).not.toContain(word)
  expect(seen).toContain('Svaret som gäller')
  for (const table of ['secrecy_marks', 'responses', 'ratings'])
    expect(
      await as({ as: 'seed' }, (tx) => tx.execute(sql`select 1 from ${sql.raw(table)} where submission_id = ${id}`)),
    ).toHaveLength(0)
})
