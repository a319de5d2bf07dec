import ts from 'typescript'
import { expect, test } from 'vitest'
import { audit } from '#app/domain/audit.server.ts'
import { as } from '#db/client.server.ts'
import { auditEvents } from '#app/http/tell-audit.server.ts'
import { tellDetails, wordsUnder } from '#app/http/tell-audit-details.server.ts'
import { staffLanguages } from '#app/i18n/languages.ts'
import * as page from '#app/routes/staff.admin.audit.tsx'
import { filesLike, nodesOf, textOf } from '../architecture/source.ts'
import { get } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'

/** What holders do with tips is written in a chain of its own, which this page does not show. */
const code = filesLike('app/**/*.{ts,tsx}').filter((file) => !textOf(file).includes('auditTip'))

/** The texts that an expression may give. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  return ts.isStringLiteral(node) ? [node.text] : []
}

/** Every event that is written somewhere, in the code and by the database itself. */
function writtenEvents(): Set<string> {
  const inCode = code.flatMap((file) =>
    nodesOf(file).flatMap((node) => {
      const names = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)
      return names && node.name.getText() === 'event' && node.initializer ? textsOf(node.initializer) : []
    }),
  )
  const inSql = filesLike('db/migrations/*.sql').flatMap((file) =>
    [...textOf(file).matchAll(/INSERT INTO audit_lines \(event\b[^)]*\)\s*(?:VALUES \(|SELECT )'([a-z-]+)'/g)].map(
      ([, event]) => event!,
    ),
  )
  return new Set([...inCode, ...inSql])
}

/** The names of what is written into details where these are listed by name. */
function writtenDetails(): Set<string> {
  const listed = code
    .filter((file) => /\baudit\(/.test(textOf(file)))
    .flatMap((file) =>
      nodesOf(file).flatMap((node) => {
        const is = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)
        return is && node.name.getText() === 'details' && node.initializer ? [node.initializer] : []
      }),
    )
  return new Set(
    listed.flatMap((given) =>
      ts.isObjectLiteralExpression(given) ? given.properties.flatMap(({ name }) => name?.getText() ?? []) : [],
    ),
  )
}

test.each(staffLanguages)(
  'every event that is written has words in %s, and can be chosen in the filter',
  (language) => {
    const written = writtenEvents()
    expect(written.size).toBeGreaterThan(60)
    expect([...written]).toEqual(expect.arrayContaining(['case-disposed', 'submission-handed-over', 'signed-in']))
    const offered = new Map(auditEvents(language).map(({ value, label }) => [value, label]))
    for (const event of written) expect(offered.get(event), `${event} in ${language}`).toMatch(/ /)
  },
)

test.each(staffLanguages)('every detail has a name in %s', (language) => {
  const written = writtenDetails()
  expect(written.size).toBeGreaterThan(20)
  const named = wordsUnder(language, 'detail')
  for (const detail of written) expect(named[detail], `${detail} in ${language}`).toBeTruthy()
})

test('details are told in words: states, roles, counts, days, people and organisations, and ids by their beginning', () => {
  const names = new Map([
    ['officer-1', 'Olle Områdespolis'],
    ['goteborg', 'Göteborgs Stad'],
    ...[['606', 'Hammarkullen'] as const, ['609', 'Gårdsten'] as const],
  ])
  const told = (details: Record<string, string | number | boolean>) => tellDetails('sv', details, names)
  expect(told({ from: 'answered', to: 'closed' })).toEqual(['från: Besvarat', 'till: Avslutat'])
  expect(told({ from: 'officer', to: 'registrar', organisation: 'goteborg' })).toEqual([
    ...['från: Polis', 'till: Registrator', 'organisation: Göteborgs Stad'],
  ])
  expect(told({ to: 'officer-1' })).toEqual(['till: Olle Områdespolis'])
  expect(told({ to: 'nobody', published: false })).toEqual(['till: ingen', 'publicerat: nej'])
  expect(told({ state: 'waitlisted', partySize: 12 })).toEqual(['läge: på reservlistan', 'personer: 12'])
  expect(told({ languages: 'sv en', areas: '606 609' })).toEqual([
    ...['språk: svenska och engelska', 'områden: Hammarkullen och Gårdsten'],
  ])
  expect(told({ from: '2026-11-02', event: 'signed-in' })).toEqual([
    'från: 2 november 2026',
    'händelse: Någon loggade in',
  ])
  expect(
    told({
      commitment: '3f2b6c1d-0000-4000-8000-000000000000',
      about: 'submission:3f2b6c1d-0000-4000-8000-000000000000',
    }),
  ).toEqual(['åtagande: 3f2b6c1d', 'om: submission:3f2b6c1d'])
  expect(told({ registrationNumber: 'GBG-2026-000001', decision: 'RA 2026:7' })).toEqual([
    ...['diarienummer: GBG-2026-000001', 'beslut: RA 2026:7'],
  ])
  // What only looks like a day stands as it is.
  expect(told({ person: '2026-13-45' })).toEqual([expect.stringContaining(': 2026-13-45')])
  expect(tellDetails('en', { to: 'closed' }, names)).toEqual(['to: Closed'])
})

test('the page tells a line in words and names the colleague that it is about', async () => {
  const [admin, officer] = [await makeStaff('admin'), await makeStaff('officer')]
  const subject = `submission:${crypto.randomUUID()}`
  await as({ as: 'worker' }, (tx) => audit(tx, { event: 'submission-assigned', subject, details: { to: officer.id } }))
  const { data } = await get(page, `/staff/admin/audit?subject=${subject}`, { cookie: await cookieOf(admin) })
  expect(data).toMatchObject({ lines: [{ what: 'Ett ärende fick handläggare', details: [`till: ${officer.name}`] }] })
})
