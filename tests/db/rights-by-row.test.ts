import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { as, errorCode, type Viewer } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import { followers, ratings } from '#db/schema/followers.ts'
import { photoEdits, photos, photoStates, publicPhotos } from '#db/schema/photos.ts'
import { plans } from '#db/schema/plans.ts'
import { outbox } from '#db/schema/records.ts'
import { roles, staff as people, type Role } from '#db/schema/staff.ts'
import {
  messages,
  notes,
  responses,
  routings,
  submissionCommitments,
  submissions,
  withdrawals,
} from '#db/schema/submissions.ts'
import { visibleTo } from '#app/domain/submissions/visible-to.server.ts'
import { canBeLimited } from '#app/domain/staff/permissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { becomeHolder } from '#app/domain/tips/become-holder.server.ts'
import { makeRecoveryKey } from '#app/domain/tips/make-recovery-key.server.ts'
import { makeTipsKey } from '#app/domain/tips/make-tips-key.server.ts'
import { eq } from 'drizzle-orm'
import { signedUp } from '../support/bookings.ts'
import { makeDialogue } from '../support/make-dialogue.ts'
import { makePledge } from '../support/make-pledge.ts'
import { makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { withoutKeys } from '../support/new-holders.ts'

// What the database itself gives to each member of staff who asks for everything: raw SQL, no where-clause. The matrix
// is written down once more here, so that neither the queries nor the policies can change without the other.

type Matrix = { received: boolean; routed: boolean; audit: boolean; outbox: boolean; bookings: boolean }
const none = { received: false, routed: false, audit: false, outbox: false, bookings: false }
const matrix: Record<Role, Matrix> = {
  admin: { ...none, audit: true, outbox: true },
  officer: { ...none, received: true, routed: true },
  coordinator: { ...none, received: true, routed: true, bookings: true },
  registrar: { ...none, received: true, routed: true, audit: true },
  partner: { ...none, routed: true },
  organiser: { ...none, bookings: true },
  analyst: none,
}

const persons = [
  ['admin', 'goteborg'],
  ['officer', 'polisen'],
  ['coordinator', 'trygghetssamordningen'],
  ['officer', 'polisen', ['606']],
  ['coordinator', 'trygghetssamordningen', ['603', '609']],
  ['registrar', 'goteborg'],
  ['registrar', 'polisen'],
  ['partner', 'faltenheten'],
  ['partner', 'raddningstjansten'],
  ['partner', 'goteborg'],
  ['partner', 'faltenheten', ['609']],
  ['partner', 'gardstensbostader'],
  ['partner', 'gardstensbostader', ['603']],
  ['officer', 'poseidon'],
  ['organiser', 'socialforvaltning-nordost'],
  ['analyst', 'goteborg'],
] as const satisfies (readonly [Role, string, areas?: readonly string[]])[]
const organisations = [...new Set(persons.map(([, organisation]) => organisation))]
const everybody: Staff[] = []
let commitmentId: string

beforeAll(async () => {
  for (const [role, organisation, areas = []] of persons)
    everybody.push(await makeStaff(role, organisation, [...areas]))
  ;({ commitmentId } = await makePledge())
  const { slug } = await makeDialogue()
  await signedUp(slug)
  const letter = { recipient: 'somebody@example.org', subject: 'Hej', body: 'Hej', language: 'sv' }
  await as({ as: 'seed' }, (tx) => tx.insert(outbox).values(letter))
})

const anyRow = fc.record({
  category: fc.constantFrom('lighting', 'litter', 'traffic', 'drugs'),
  areaCode: fc.constantFrom('603', '606', '609'),
  status: fc.constantFrom('received', 'screening', 'in_progress', 'answered', 'redirected', 'closed'),
  routedTo: fc.subarray(organisations),
  notesOf: fc.subarray(everybodyIndexes()),
  shared: fc.boolean(),
  audience: fc.constantFrom('public', 'resident'),
  published: fc.boolean(),
  photo: fc.constantFrom(...photoStates),
} as const)
type AnyRow = typeof anyRow extends fc.Arbitrary<infer Row> ? Row : never

function everybodyIndexes(): number[] {
  return persons.map((_, index) => index)
}

const secret = 'Det var min granne i nummer fyra.'
const anyHash = () => randomBytes(16).toString('hex')

/** A submission with everything that can belong to one. */
async function make({
  category,
  areaCode,
  status,
  routedTo,
  notesOf,
  shared,
  audience,
  published,
  photo,
}: AnyRow): Promise<void> {
  const shown = published && !['received', 'screening', 'redirected'].includes(status)
  const { id: submissionId } = await makeSubmission({
    ...{ category, areaCode, status, body: secret, placeNote: secret, contactEmail: 'resident@home.example' },
    ...(shown ? { published: { title: 'En rubrik', body: 'En text' } } : {}),
  })
  const [first] = everybody
  const text = { sv: 'Svar' }
  await as({ as: 'seed' }, async (tx) => {
    await tx.insert(messages).values({ submissionId, sender: 'resident', body: secret })
    const by = { signedAs: text, organisation: 'goteborg', staffId: first!.id }
    await tx.insert(responses).values({ submissionId, version: 1, audience, body: text, ...by })
    await tx.insert(submissionCommitments).values({ submissionId, commitmentId, staffId: first!.id })
    const picture = { width: 1, height: 1, digest: anyHash(), sealed: new Uint8Array([1]) }
    const [{ id: photoId } = { id: '' }] = await tx
      .insert(photos)
      .values({ submissionId, formHash: anyHash(), state: photo, ...picture })
      .returning({ id: photos.id })
    await tx.insert(photoEdits).values({ photoId, submissionId, version: 1, reason: secret, staffId: first!.id })
    const version = { position: 0, width: 1, height: 1, alt: text, sealed: new Uint8Array([2]) }
    await tx.insert(publicPhotos).values({ photoId, submissionId, ...version })
    await tx.insert(followers).values({ submissionId, codeHash: anyHash(), language: 'sv' })
    await tx.insert(ratings).values({ submissionId, responseVersion: 1, heard: 'yes' })
    const why = { ground: 'privacy', reason: secret, texts: text } as const
    const withdrawn = { part: 'answer', version: 1, authority: 'goteborg', staffId: first!.id } as const
    await tx.insert(withdrawals).values({ submissionId, ...withdrawn, ...why })
    for (const { id: staffId, organisationKind } of everybody) {
      await tx.insert(drafts).values({ submissionId, staffId, form: 'reply', fields: { message: secret } })
      const body = organisationKind === 'company' ? 'Vi tittar på lampan.' : secret
      await tx.insert(drafts).values({ submissionId, staffId, form: 'note', fields: { body } })
    }
    const answer = { body: text, audience, after: 0, confirmed: [] }
    const waits = { dueAt: new Date('2126-01-01'), staffId: first!.id }
    await tx.insert(plans).values({ submissionId, act: 'answer', answer, ...waits })
    for (const organisation of routedTo)
      await tx
        .insert(routings)
        .values({ submissionId, organisation, rewrittenBody: 'En lampa är trasig.', staffId: first!.id })
    for (const index of notesOf) {
      const { id: staffId, organisation, organisationKind } = everybody[index]!
      const body = organisationKind === 'company' ? 'Vi tittar på lampan.' : secret
      const sharedAt = shared ? new Date() : null
      await tx.insert(notes).values({ submissionId, organisation, staffId, body, sharedAt })
    }
  })
}

type Raw = Record<string, unknown>
const ask = (viewer: Viewer, statement: string): Promise<Raw[]> =>
  as(viewer, async (tx) => [...(await tx.execute<Raw>(sql.raw(statement)))])
const told = (viewer: Viewer, statement: string) => ask(viewer, statement).catch((error: unknown) => errorCode(error))

/** What names a row of each table that hangs on a submission. */
const hanging = {
  messages: 'id',
  moves: 'id',
  responses: 'id',
  notes: 'id',
  routings: "submission_id || ' ' || organisation",
  submission_commitments: "submission_id || ' ' || commitment_id",
  photos: 'id',
  photo_edits: 'photo_id',
  public_photos: 'id',
  followers: 'id',
  bells: 'id',
  ratings: 'id',
  public_texts: 'id',
  withdrawals: 'id',
  plans: 'id',
  drafts: "submission_id || ' ' || staff_id || ' ' || form",
} as const
type Hanging = keyof typeof hanging
const tables = Object.keys(hanging) as Hanging[]

/** All that there is, read as its owner. */
async function everything() {
  const [all, routed] = await Promise.all([
    ask({ as: 'seed' }, 'select id, area_code, receiving_authority, screened_at, published_at from submissions'),
    ask({ as: 'seed' }, 'select submission_id, organisation from routings'),
  ])
  const rows = {} as Record<Hanging, Raw[]>
  for (const table of tables)
    rows[table] = await ask({ as: 'seed' }, `select *, ${hanging[table]} as name, submission_id as of from ${table}`)
  return { all, routed: new Set(routed.map((row) => `${String(row.submission_id)} ${String(row.organisation)}`)), rows }
}
type Everything = Awaited<ReturnType<typeof everything>>

function reached({ role, organisation, authority, areas }: Staff, { all, routed }: Everything): Map<unknown, Raw> {
  const { received, routed: byRouting } = matrix[role]
  const reaches = (row: Raw) =>
    (areas.length === 0 || areas.includes(String(row.area_code))) &&
    ((received && authority !== null && row.receiving_authority === authority) ||
      (byRouting && row.screened_at !== null && routed.has(`${String(row.id)} ${organisation}`)))
  return new Map(all.filter(reaches).map((row) => [row.id, row]))
}

/** Beside that its submission is reached: which of the rows of a table a person reads. */
function reads({ id, role, organisation, organisationKind, authority }: Staff, table: Hanging, [row, of]: [Raw, Raw]) {
  const isOwn = row.organisation === organisation
  if (organisationKind === 'company') {
    if (table === 'responses') return row.audience === 'public' && of.published_at !== null
    if (table === 'notes' || table === 'routings') return isOwn
    if (table === 'drafts') return row.form === 'note' && row.staff_id === id && role === 'partner'
    return table === 'moves' || table === 'submission_commitments'
  }
  if (table === 'notes') return isOwn || row.shared_at !== null
  const isReceived = matrix[role].received && of.receiving_authority === authority
  if (table === 'withdrawals') return isReceived && row.authority === authority
  if (table === 'photo_edits') return isReceived
  if (table === 'photos') return isReceived || row.state !== 'withheld'
  if (table === 'drafts') return role !== 'registrar' && row.staff_id === id && (isReceived || row.form === 'note')
  if (table === 'plans') return isReceived && role !== 'registrar'
  if (table === 'routings') return isOwn || isReceived
  return true
}

const sorted = (names: unknown[]) => names.map(String).sort()

test('each of the staff reads, without any where-clause, exactly the rows that the matrix gives her', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 4 }), async (rows) => {
      for (const row of rows) await make(row)
      const there = await everything()
      for (const staff of everybody) {
        const who = [staff.role, 'of', staff.organisation, ...staff.areas].join(' ')
        const seen = reached(staff, there)
        const found = await ask(staff, 'select id from submissions')
        expect(sorted(found.map(({ id }) => id)), who).toEqual(sorted([...seen.keys()]))
        const asked = await as({ as: 'seed' }, (tx) =>
          tx.select({ id: submissions.id }).from(submissions).where(visibleTo(staff)),
        )
        expect(sorted(asked.map(({ id }) => id)), `the queries for ${who}`).toEqual(sorted([...seen.keys()]))
        for (const table of tables) {
          const expected = there.rows[table].filter((row) => {
            const of = seen.get(row.of)
            return of !== undefined && reads(staff, table, [row, of])
          })
          const given = await told(staff, `select ${hanging[table]} as name from ${table}`)
          if (typeof given === 'string')
            expect([given, staff.organisationKind], `${table} for ${who}`).toEqual([
              expect.stringContaining('42501'),
              'company',
            ])
          else
            expect(sorted(given.map(({ name }) => name)), `${table} for ${who}`).toEqual(
              sorted(expected.map(({ name }) => name)),
            )
        }
      }
    }),
    { numRuns: 6 },
  )
}, 120_000)

test('audit lines, kept mail and bookings are read by those alone whose work they are, registers by none', async () => {
  for (const staff of everybody) {
    const { role, organisationKind } = staff
    const isCompany = organisationKind === 'company'
    for (const table of ['audit', 'outbox', 'bookings'] as const) {
      const rows = await told(staff, `select count(*)::int as count from ${table === 'audit' ? 'audit_lines' : table}`)
      if (isCompany) expect(rows, `${table} for ${role}`).toContain('42501')
      else expect(Number((rows as Raw[])[0]!.count) > 0, `${table} for ${role}`).toBe(matrix[role][table])
    }
    for (const table of ['registers', 'lasting_keys', 'day_keys', 'staff_accounts', 'staff_sessions'])
      expect(await told(staff, `select * from ${table}`), `${table} for ${role}`).toContain('42501')
  }
})

describe('a private company', () => {
  const company = () =>
    everybody.find(({ role, organisationKind }) => role === 'partner' && organisationKind === 'company')!

  test('finds no word of the resident in anything it may ask for', async () => {
    await make({
      ...{
        category: 'lighting',
        areaCode: '606',
        status: 'in_progress',
        routedTo: ['gardstensbostader'],
        notesOf: [1, 2],
      },
      ...{ shared: true, audience: 'resident', published: false, photo: 'public' },
    })
    for (const table of ['submissions', 'moves', 'responses', 'notes', 'submission_commitments', 'staff']) {
      const found = await ask(company(), `select * from ${table}`)
      expect(JSON.stringify(found), table).not.toContain(secret)
      expect(JSON.stringify(found), table).not.toContain('home.example')
    }
    expect((await ask(company(), 'select rewritten_body from routings')).length).toBeGreaterThan(0)
    expect(await ask(company(), 'select sender from messages')).toEqual([])
    expect(await ask(company(), 'select sealed from photos')).toEqual([])
  })

  test.each(['public.submissions', 'public.moves', 'public.staff', 'followers', 'ratings', 'outbox', 'bookings'])(
    'has no right to %s',
    async (table) => {
      expect(await told(company(), `select from ${table}`)).toContain('42501')
    },
  )

  test('reads nothing under the role of other staff either', async () => {
    const { organisationKind: _, ...asOther } = company()
    for (const table of ['submissions', ...tables])
      expect(
        await ask(
          asOther,
          `select id from ${['routings', 'submission_commitments', 'drafts', 'photo_edits'].includes(table) ? `(select submission_id as id from ${table}) x` : table}`,
        ),
      ).toEqual([])
  })
})

describe('what is written', () => {
  const of = (role: Role, organisation?: string) =>
    everybody.find((one) => one.role === role && (organisation === undefined || one.organisation === organisation))!

  test('changes what the own authority has received, whatever the statement forgot', async () => {
    const { id } = await makeSubmission({ category: 'lighting' })
    const { id: theirs } = await makeSubmission({ category: 'traffic' })
    const language = async (which: string) =>
      (await ask({ as: 'seed' }, `select written_in from submissions where id = '${which}'`))[0]!.written_in
    const before = await language(id)
    await ask(of('officer'), "update submissions set written_in = 'fi'")
    expect([await language(id), await language(theirs)]).toEqual([before, 'fi'])
    for (const staff of [of('registrar', 'goteborg'), of('admin'), of('partner', 'faltenheten'), of('analyst')])
      await ask(staff, "update submissions set written_in = 'pl'")
    expect([await language(id), await language(theirs)]).toEqual([before, 'fi'])
  })

  test('changes, whatever the statement forgot, only what lies in the areas that she is limited to', async () => {
    const limited = everybody.find(({ role, areas }) => role === 'officer' && areas.length > 0)!
    const [inside, outside] = await Promise.all(
      ['606', '609'].map((areaCode) => makeSubmission({ category: 'traffic', status: 'in_progress', areaCode })),
    )
    const own = everybody.filter(({ organisation, areas }) => organisation === 'polisen' && areas.length === 0)
    for (const { id: submissionId } of [inside!, outside!])
      for (const { id: staffId } of own)
        await as({ as: 'seed' }, (tx) =>
          tx.insert(notes).values({ submissionId, organisation: 'polisen', staffId, body: secret }),
        )
    await ask(limited, "update submissions set written_in = 'fa'")
    await ask(limited, 'update notes set shared_at = now()')
    const found = (statement: string) => ask({ as: 'seed' }, `${statement} in ('${inside!.id}', '${outside!.id}')`)
    expect(await found("select id from submissions where written_in = 'fa' and id")).toEqual([{ id: inside!.id }])
    expect(
      await found('select distinct submission_id as id from notes where shared_at is not null and submission_id'),
    ).toEqual([{ id: inside!.id }])
    const letter = ({ id }: { id: string }) =>
      `insert into messages (submission_id, sender, staff_id, body) values ('${id}', 'staff', '${limited.id}', 'Hej')`
    expect(await told(limited, letter(inside!))).toEqual([])
    expect(await told(limited, letter(outside!))).toContain('42501')
    // She holds tips: without a key of theirs the database gives her nothing to seal.
    await withoutKeys()
    await becomeHolder(limited, 'a passphrase for this test alone')
    await makeRecoveryKey(limited, { seen: '', tipsKey: undefined })
    await makeTipsKey(limited)
    for (const [which, count] of [
      [inside!, 1],
      [outside!, 0],
    ] as const) {
      const { as: _, ...holder } = limited
      const tried = await ask(
        { as: 'tips', ...holder },
        `select id from submissions where id = '${which.id}' for update`,
      )
      expect(tried).toHaveLength(count)
    }
    await withoutKeys()
  })

  test('limits nobody to an area that is none, nor a role that keeps all', async () => {
    const limit = (role: Role, areas: string[]) => makeStaff(role, undefined, areas).catch(errorCode)
    expect(await limit('officer', ['606', '999'])).toContain('23503')
    for (const role of roles) {
      const made = await limit(role, ['606'])
      if (canBeLimited(role)) expect(made, role).toMatchObject({ areas: ['606'] })
      else expect(made, role).toContain('23514')
    }
  })

  test.each(['body', 'answers', 'code_hash', 'fingerprint', 'registration_number', 'created_at', 'lat'])(
    'is never the %s of a submission',
    async (column) => {
      expect(await told(of('coordinator'), `update submissions set ${column} = ${column}`)).toContain('42501')
    },
  )

  test('is in her own name, and in no one else’s', async () => {
    const { id } = await makeSubmission({ category: 'lighting' })
    const [own, other] = [of('coordinator'), of('registrar', 'goteborg')]
    const line = (by: Staff) => `insert into audit_lines (event, subject, staff_id) values ('tried', 'x', '${by.id}')`
    expect(await told(own, line(own))).toEqual([])
    expect(await told(own, line(other))).toContain('42501')
    const letter = (by: Staff) =>
      `insert into messages (submission_id, sender, staff_id, body) values ('${id}', 'staff', '${by.id}', 'Hej')`
    expect(await told(own, letter(own))).toEqual([])
    expect(await told(own, letter(other))).toContain('42501')
    expect(await told(other, letter(other))).toContain('42501')
    expect(await told(of('officer'), letter(of('officer')))).toContain('42501')
  })

  test('is nothing by who was deactivated', async () => {
    const gone = await makeStaff('coordinator')
    expect((await ask(gone, 'select id from submissions')).length).toBeGreaterThan(0)
    await as({ as: 'seed' }, (tx) => tx.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, gone.id)))
    expect(await ask(gone, 'select id from submissions')).toEqual([])
    expect(await ask(gone, 'select id from messages')).toEqual([])
  })
})
