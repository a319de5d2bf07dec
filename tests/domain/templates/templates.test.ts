import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as, errorCode } from '#db/client.server.ts'
import { roles } from '#db/schema/staff.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addTemplate } from '#app/domain/templates/add-template.server.ts'
import { changeTemplate } from '#app/domain/templates/change-template.server.ts'
import { fillIn, placeholders, unknownPlaceholders } from '#app/domain/templates/placeholders.ts'
import { allTemplates, findTemplate, markOfTemplate, templatesFor } from '#app/domain/templates/queries.server.ts'
import { retireTemplate } from '#app/domain/templates/retire-template.server.ts'
import { templateInput } from '#app/domain/templates/template-input.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeTemplate } from '../../support/make-template.ts'

let coordinator: Staff, officer: Staff
beforeAll(async () => {
  ;[coordinator, officer] = await Promise.all([makeStaff('coordinator'), makeStaff('officer')])
})

const tags = ['sv', 'en', 'ar', 'so']
const read = (fields: Record<string, string>) => templateInput(tags).safeParse(fields)
const written = (fields: Record<string, string> = {}) => {
  const body = { 'body.sv': 'Hej! Ditt ärende är {ref}.' }
  return templateInput(tags).parse({ use: 'answer', name: `Mall ${Math.random()}`, ...body, ...fields })
}
const values = Object.fromEntries(placeholders.map((name) => [name, `<${name}>`])) as Record<
  (typeof placeholders)[number],
  string
>

test('a placeholder that nobody knows is refused, in whatever language it stands', () => {
  const tried = read({ use: 'answer', name: 'Lampor', 'body.sv': 'Hej {namn}', 'body.en': 'Hi {ref} {Ref}' })
  expect(tried.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['body.sv', 'unknown-placeholder'],
    ['body.en', 'unknown-placeholder'],
  ])
  expect(read({ use: 'answer', name: 'Lampor', 'body.sv': 'Hej {ref} i {area}.', 'body.ar': '' }).success).toBe(true)
})

test('what is filled in is not looked through again, and everything else stands as it was written', () => {
  const piece = fc.oneof(fc.constantFrom(...placeholders.map((name) => `{${name}}`)), fc.string())
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const oneByOne = placeholders.reduce((left, name) => left.replaceAll(`{${name}}`, () => values[name]), text)
      expect(fillIn(text, values)).toBe(oneByOne)
      expect(placeholders.filter((name) => unknownPlaceholders(text).includes(name))).toEqual([])
    }),
    { seed: 5, numRuns: 200 },
  )
  expect(fillIn('{area}: {ref}, {nobody}', { ...values, area: '{ref}' })).toBe('{ref}: <ref>, {nobody}')
})

test('a coordinator writes a template of the city, changes it and takes it out of use; nobody else does', async () => {
  const added = await makeTemplate({ category: 'lighting', 'body.sv': 'Hej! Ditt ärende är {ref}.' }, coordinator)
  const template = (await findTemplate(await makeStaff('coordinator'), added))!
  expect(template).toMatchObject({ category: 'lighting', status: null, body: { sv: 'Hej! Ditt ärende är {ref}.' } })
  const anew = { ...written({ 'body.en': 'Hi {ref}' }), seen: markOfTemplate(template) }
  expect(await changeTemplate(coordinator, added, anew)).toEqual({ changed: true })
  expect(await changeTemplate(coordinator, added, anew)).toEqual({ refused: 'changed-meanwhile' })
  expect(await retireTemplate(coordinator, added)).toEqual({ retired: true })
  expect(await retireTemplate(coordinator, added)).toEqual({ refused: 'not-found' })
  expect(await changeTemplate(coordinator, added, anew)).toEqual({ refused: 'not-found' })
  expect(await findTemplate(coordinator, added)).toBeUndefined()
  for (const role of ['partner', 'registrar', 'admin', 'organiser', 'analyst'] as const)
    await expect(addTemplate(await makeStaff(role), written())).rejects.toThrow('may not')
  expect(await addTemplate(await makeStaff('officer', 'poseidon'), written())).toEqual({ refused: 'not-allowed' })
})

test('each authority writes its own templates, and neither sees, changes or takes away those of the other', async () => {
  const [theirs, ours] = [await makeTemplate({}, officer), await makeTemplate({}, coordinator)]
  const colleague = await makeStaff('officer')
  expect(await findTemplate(colleague, theirs)).toMatchObject({ id: theirs })
  const pairs = [
    [officer, theirs, ours],
    [coordinator, ours, theirs],
  ] as const
  for (const [staff, own, other] of pairs) {
    const ids = (await allTemplates(staff)).map(({ id }) => id)
    expect([ids.includes(own), ids.includes(other)]).toEqual([true, false])
    const wanted = { ...written(), seen: markOfTemplate((await findTemplate(staff, own))!) }
    expect(await findTemplate(staff, other)).toBeUndefined()
    expect(await changeTemplate(staff, other, wanted)).toEqual({ refused: 'not-found' })
    expect(await retireTemplate(staff, other)).toEqual({ refused: 'not-found' })
    // Whatever a statement forgot to ask.
    const raw = (text: string) => as(staff, async (tx) => [...(await tx.execute(sql.raw(text)))])
    expect(await raw(`select id from templates where id = '${other}'`)).toEqual([])
    expect(await raw(`update templates set name = 'Min' where id = '${other}' returning id`)).toEqual([])
    const to = staff === officer ? 'goteborg' : 'polisen'
    const refused = (text: string) => raw(text).then(() => 'done', errorCode)
    expect(
      await refused(`insert into templates (authority, use, name, body, written_by_id)
        values ('${to}', 'reply', 'Min', '{"sv":"Hej"}', '${staff.id}')`),
    ).toContain('42501')
    expect(await refused(`update templates set authority = '${to}' where id = '${own}'`)).toContain('42501')
    expect((await findTemplate(staff, own))?.name).toBe('En mall')
  }
})

test('a rule names no template of the other authority, whatever the form forgot to ask', async () => {
  const theirs = await makeTemplate({}, officer)
  const named = as({ as: 'seed' }, (tx) =>
    tx.execute(sql`insert into routing_rules (authority, position, name, template_id, made_by_id)
      values ('goteborg', 900, 'Fel', ${theirs}, ${coordinator.id})`),
  )
  expect(await named.then(() => 'done', errorCode)).toContain('23503')
})

test('templates are offered by category and state, those made for the case first', async () => {
  const [any, here, elsewhere, now] = await Promise.all(
    [{}, { category: 'fires' }, { category: 'litter' }, { category: 'fires', status: 'answered' }].map((fields) =>
      makeTemplate(fields as Record<string, string>, coordinator),
    ),
  )
  const offered = async (status: 'answered' | 'in_progress') =>
    (await templatesFor(coordinator, { receivingAuthority: 'goteborg', category: 'fires', status })).map(({ id }) => id)
  const ids = await offered('answered')
  expect(ids.slice(0, 2)).toEqual([now, here])
  expect(ids).toContain(any)
  expect(ids).not.toContain(elsewhere)
  expect(await offered('in_progress')).not.toContain(now)
  // What was routed to the city is answered by the police.
  const police = { receivingAuthority: 'polisen', category: 'fires', status: 'answered' } as const
  expect(await templatesFor(coordinator, police)).toEqual([])
})

test('the database itself gives templates to those alone who answer', async () => {
  await makeTemplate({}, coordinator)
  await makeTemplate({}, officer)
  for (const role of roles) {
    const staff = await makeStaff(role)
    const seen = await allTemplates(staff).catch(() => [])
    expect(seen.length > 0, role).toBe(role === 'officer' || role === 'coordinator')
  }
})
