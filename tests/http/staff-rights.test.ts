import { basename } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { roles, type Role } from '#db/schema/staff.ts'
import { may, type Permission } from '#app/domain/staff/permissions.ts'
import { get, post } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'

type Route = { loader?: unknown; action?: unknown }
type Right = Permission | 'any role'
/** `not-there`: for who lacks the right there is no such page. */
type Rights = { loader?: Right; action?: Right; otherwise?: 'not-there' }

const files = import.meta.glob<Route>('/app/routes/staff*.{ts,tsx}', { eager: true })
const routes = new Map(
  Object.entries(files).map(([path, route]) => [
    basename(path)
      .replace(/\.tsx?$/, '')
      .replace(/^staff\.?/, ''),
    route,
  ]),
)

/** Open to who is not signed in: there is nothing to read there. */
const open = [
  ...['_.sign-in', '_.sign-in_.second-step', '_.sign-in_.passkey', '_.invitation.$token', 'sign-out', 'language'],
  ...['_.sign-in_.single-sign-on._index', '_.sign-in_.single-sign-on_.back'],
]

const of = (verb: string) => `submissions.$ref.${verb}`
/** What each address of the back office asks for; a new one must be named here. */
const rights: Record<string, Rights> = {
  '': { loader: 'any role' },
  _index: { loader: 'any role' },
  $: { loader: 'any role', action: 'any role' },
  queue: { loader: 'submissions.read' },
  'queue_.views._index': { loader: 'submissions.read', action: 'submissions.read' },
  'queue_.views.$id': { loader: 'submissions.read', action: 'submissions.read' },
  events: { loader: 'submissions.read' },
  outbox: { loader: 'outbox.read' },
  'submissions.$ref': { loader: 'submissions.read' },
  [of('_index')]: {},
  [of('move')]: { action: 'triage' },
  [of('assign')]: { action: 'triage' },
  [of('note')]: { action: 'note' },
  [of('share-note')]: { action: 'note' },
  [of('reply')]: { action: 'answer' },
  [of('link')]: { action: 'triage' },
  [of('unlink')]: { action: 'triage' },
  [of('route')]: { action: 'triage' },
  [of('unroute')]: { action: 'triage' },
  [of('public-text')]: { action: 'publish' },
  'look-over': { action: 'publish' },
  [of('answer')]: { action: 'answer' },
  [of('publish')]: { action: 'publish' },
  [of('unpublish')]: { action: 'publish' },
  [of('standard-reply')]: { action: 'answer' },
  [of('correct-language')]: { action: 'triage' },
  [of('mark-spam')]: { action: 'triage' },
  [of('unmark-spam')]: { action: 'triage' },
  [of('release-held')]: { action: 'triage' },
  [of('unmerge')]: { action: 'triage' },
  'submissions.$ref_.merge': { loader: 'triage', action: 'triage' },
  [of('photos.$id')]: { loader: 'submissions.read' },
  'submissions.$ref_.photos.$id.edit': { loader: 'publish', action: 'publish' },
  'submissions.$ref_.photos.$id.state': { loader: 'publish', action: 'publish' },
  'submissions.$ref_.photos.$id.preview': { loader: 'publish' },
  register: { loader: 'register.read' },
  'register_.disposal': { loader: 'disposal.edit', action: 'disposal.edit' },
  'register[.]csv': { loader: 'register.read' },
  'submissions.$ref_.disclose': { loader: 'disclose', action: 'disclose' },
  'submissions.$ref_.disclose_.file': { action: 'disclose' },
  [of('mark-secret')]: { action: 'secrecy.mark' },
  [of('lift-secrecy')]: { action: 'secrecy.mark' },
  [of('raise-alarm')]: { action: 'triage' },
  [of('child-report')]: { action: 'triage' },
  [of('take-alarm')]: { action: 'triage' },
  'submissions.$ref_.hand-over': { loader: 'triage', action: 'triage' },
  'submissions.$ref_.redirect': { loader: 'triage', action: 'triage' },
  'handed-over.$authority': { loader: 'triage' },
  alarms: { loader: 'any role' },
  [of('approve-plan')]: { action: 'answer' },
  [of('cancel-plan')]: { action: 'answer' },
  [of('draft')]: { action: 'note' },
  [of('prioritise')]: { action: 'triage' },
  [of('next-day')]: { action: 'triage' },
  [of('withdraw')]: { action: 'answer' },
  'answer-many': { loader: 'answer', action: 'answer' },
  'answer-many_.$batch': { loader: 'answer', action: 'answer' },
  'answer-many_.draft': { action: 'answer' },
  insights: { loader: 'insights' },
  'insights[.]csv': { loader: 'insights' },
  'admin.four-eyes': { loader: 'settings.edit', action: 'settings.edit' },
  'admin.rules._index': { loader: 'rules.edit' },
  'admin.rules.new': { loader: 'rules.edit', action: 'rules.edit' },
  'admin.rules.$id': { loader: 'rules.edit', action: 'rules.edit' },
  'admin.rules.$id_.$verb': { loader: 'rules.edit', action: 'rules.edit' },
  'admin.templates._index': { loader: 'templates.edit' },
  'admin.templates.new': { loader: 'templates.edit', action: 'templates.edit' },
  'admin.templates.$id': { loader: 'templates.edit', action: 'templates.edit' },
  'admin.duty': { loader: 'settings.edit', action: 'settings.edit' },
  'admin.audit': { loader: 'audit.read' },
  'admin.questions._index': { loader: 'questions.edit' },
  'admin.questions.$category': { loader: 'questions.edit', action: 'questions.edit' },
  'admin.questions.$category_.new': { loader: 'questions.edit', action: 'questions.edit' },
  'admin.questions.$category_.$key': { loader: 'questions.edit', action: 'questions.edit' },
  'admin.people._index': { loader: 'staff.edit', action: 'staff.edit' },
  'admin.people.invite': { loader: 'staff.edit', action: 'staff.edit' },
  'admin.people.$id': { loader: 'staff.edit', action: 'staff.edit' },
  'account._index': { loader: 'any role', action: 'any role' },
  'account.notices': { loader: 'any role', action: 'note' },
  'account.password': { loader: 'any role', action: 'any role' },
  'account.second-factor': { loader: 'any role', action: 'any role' },
  'account.passkeys': { loader: 'any role', action: 'any role' },
  confirm: { loader: 'any role', action: 'any role' },
  'submissions.new': { loader: 'submissions.enter', action: 'submissions.enter' },
  'submissions.new_.code': { loader: 'submissions.enter', action: 'submissions.enter' },
}

/** Nobody else may learn of tips; those with the right are tried in tips-desk.test.ts, since officers of the city have none. */
const ofTips: Record<string, Rights> = {
  'tips._index': { loader: 'tips.read' },
  'tips.unlock': { loader: 'tips.read', action: 'tips.read' },
  'tips.log': { loader: 'tips.read' },
  'tips.search': { loader: 'tips.read', action: 'tips.read' },
  'tips.keys': { loader: 'tips.read', action: 'tips.read' },
  'tips.seal.$ref': { loader: 'tips.read', action: 'tips.read' },
  'tips.disclosure': { loader: 'tips.disclose', action: 'tips.disclose' },
  'tips.$ref': { loader: 'tips.read', action: 'tips.read' },
  'tips.$ref_.print': { loader: 'tips.read' },
  'tips.$ref_.photos.$id': { loader: 'tips.read' },
  'tips.lock': { action: 'tips.read' },
  'tips.$ref_.file': { action: 'tips.read' },
}
for (const [name, asked] of Object.entries(ofTips)) rights[name] = { ...asked, otherwise: 'not-there' }

const guarded = [...routes].filter(([name]) => !open.includes(name))
const asking = guarded.filter(([, route]) => route.loader ?? route.action)
const params = { ref: 'XXXX-XXXX' }
const cookies = {} as Record<Role, string>

beforeAll(async () => {
  for (const role of roles) cookies[role] = await cookieOf(await makeStaff(role))
})

test('every address of the back office says what right it asks for', () => {
  for (const [name, route] of guarded) {
    const asked = rights[name]
    expect(asked, `/staff ${name} is not in the table of rights`).toBeDefined()
    expect(Boolean(route.loader), `${name} has a loader`).toBe(asked?.loader !== undefined)
    expect(Boolean(route.action), `${name} has an action`).toBe(asked?.action !== undefined)
  }
})

describe.each(asking)('/staff %s', (name, route) => {
  const calls = { loader: () => get, action: () => post }
  for (const kind of ['loader', 'action'] as const) {
    const permission = rights[name]?.[kind]
    if (!permission) continue
    const visit = (cookie?: string) => calls[kind]()(route, '/staff', { params, cookie })

    test(`its ${kind} sends who is not signed in to the sign-in page`, async () => {
      for (const cookie of [
        undefined,
        'staff.session_token=made-up',
        'staff.session_token=a.b; staff.session_token=',
      ]) {
        const answer = await visit(cookie)
        expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/staff/sign-in'])
      }
    })

    test.each(roles)(`its ${kind} lets %s in exactly when the role has the right`, async (role) => {
      const { status } = await visit(cookies[role])
      if (name === '$') return expect(status).toBe(404)
      const refused = rights[name]?.otherwise === 'not-there' ? 404 : 403
      // The registrar made here is the city's, and tips are the police's.
      const lets = permission === 'any role' || (may({ role }, permission) && permission !== 'tips.disclose')
      // What a holder is answered depends on what is there; see tips-desk.test.ts.
      if (refused === 404 && lets) return undefined
      return expect(status === refused).toBe(!lets)
    })
  }
})
