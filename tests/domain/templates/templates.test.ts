import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { roles } from '#db/schema/staff.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addTemplate } from '#app/domain/templates/add-template.server.ts'
import { changeTemplate } from '#app/domain/templates/change-template.server.ts'
import { fillIn, placeholders, unknownPlaceholders } from '#app/domain/templates/placeholders.ts'
import { allTemplates, findTemplate, markOfTemplate, templatesFor } from '#app/domain/templates/queries.server.ts'
import { retireTemplate } from '#app/domain/templates/retire-template.server.ts'
import { templateInput } from '#app/domain/templates/template-input.server.ts'
import { makeStaff } from '../../support/make-staff.ts'

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

test('a coordinator writes a template, changes it and takes it out of use; nobody else does', async () => {
  const { added } = await addTemplate(coordinator, written({ category: 'lighting' }))
  const template = (await findTemplate(officer, added))!
  expect(template).toMatchObject({ category: 'lighting', status: null, body: { sv: 'Hej! Ditt ärende är {ref}.' } })
  const anew = { ...written({ 'body.en': 'Hi {ref}' }), seen: markOfTemplate(template) }
  expect(await changeTemplate(coordinator, added, anew)).toEqual({ changed: true })
  expect(await changeTemplate(coordinator, added, anew)).toEqual({ refused: 'changed-meanwhile' })
  expect(await retireTemplate(coordinator, added)).toEqual({ retired: true })
  expect(await retireTemplate(coordinator, added)).toEqual({ refused: 'not-found' })
  expect(await changeTemplate(coordinator, added, anew)).toEqual({ refused: 'not-found' })
  expect(await findTemplate(officer, added)).toBeUndefined()
  await expect(addTemplate(officer, written())).rejects.toThrow('may not')
  await expect(
    as(officer, (tx) => tx.execute(sql`update templates set name = 'Min'`).then((rows) => [...rows])),
  ).resolves.toEqual([])
})

test('templates are offered by category and state, those made for the case first', async () => {
  const [any, here, elsewhere, now] = await Promise.all(
    [{}, { category: 'fires' }, { category: 'litter' }, { category: 'fires', status: 'answered' }].map((fields) =>
      addTemplate(coordinator, written(fields as Record<string, string>)),
    ),
  )
  const offered = async (status: 'answered' | 'in_progress') =>
    (await templatesFor(officer, { category: 'fires', status })).map(({ id }) => id)
  const ids = await offered('answered')
  expect(ids.slice(0, 2)).toEqual([now!.added, here!.added])
  expect(ids).toContain(any!.added)
  expect(ids).not.toContain(elsewhere!.added)
  expect(await offered('in_progress')).not.toContain(now!.added)
})

test('the database itself gives templates to those alone who answer', async () => {
  await addTemplate(coordinator, written())
  for (const role of roles) {
    const staff = await makeStaff(role)
    const seen = await allTemplates(staff).catch(() => [])
    expect(seen.length > 0, role).toBe(role === 'officer' || role === 'coordinator')
  }
})
