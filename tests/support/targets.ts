import { addressWith, allAddresses } from './addresses.ts'
import type { Everybody, Who } from './everybody.ts'
import { formsOfPage, type PageForm } from './forms-of-page.ts'

/** A form, or an address that takes posts without one, and who sends it. */
export type Target = PageForm & { who: Who }

/** What somebody would write in a field, by its name; what is not here stays as the page has it. */
const written: Record<string, string> = {
  ...{ body: 'Lampan är trasig.', message: 'Vi har varit där.', note: 'Ring igen.', reason: 'Det är lagat.' },
  ...{ name: 'Amina', email: 'c@b.example', contactEmail: 'c@b.example', partySize: '1', placeNote: 'Vid porten' },
  ...{ 'title.sv': 'Lampa', 'body.sv': 'En lampa är trasig.', 'answer.sv': 'Den lagas i morgon.', audience: 'public' },
  ...{ what: 'Namn', law: 'OSL 21 kap. 1 §', words: 'lampan', decision: 'GBG 1/2026', afterDays: '365', q: 'lampa' },
  ...{ areaCode: '606', language: 'sv', query: 'bil', unsolved: 'Den är släckt igen.', version: '1', heard: 'yes' },
  ...{ ref: 'XXXX-XXXX', share1: 'AAAA', share2: 'BBBB', code: '123456', proof: 'zq7', current: 'zq7' },
  ...{
    password: 'fyra gröna tåg till Vara',
    again: 'fyra gröna tåg till Vara',
    passphrase: 'sju sorters tåg till Vara',
  },
}

/** What is taken by addresses whose form stands on none of the pages, in the state that they are in; `query` behind it. */
const unseen: Record<string, Record<string, string>> = {
  '/$lang/submit/similar': {
    category: 'lighting',
    body: 'Lampan',
    lat: '57.8',
    lon: '12.0',
    place: '',
    areaCode: '606',
  },
  '/$lang/submit/where': { lat: '57.8', lon: '12.0' },
  '/$lang/submit/photos': { formToken: '', removePhoto: '', listPhotos: '' },
  '/staff/account/passkeys': { verb: 'add', id: 'zq7', name: 'Nyckel', answer: '{"id":"zq7","response":{}}' },
  '/staff/account/notices': { assigned: 'digest', replied: 'at-once', due: 'never' },
  '/staff/sign-in/passkey': { answer: '{"id":"zq7","response":{}}' },
  '/staff/submissions/$ref/mark-spam': { from: 'received' },
  '/staff/submissions/$ref/unmark-spam': { from: 'not_pursued' },
  '/staff/submissions/$ref/share-note': { note: '00000000-0000-4000-8000-000000000000' },
  '/staff/submissions/$ref/lift-secrecy': { mark: '00000000-0000-4000-8000-000000000000' },
  '/staff/submissions/$ref/unlink': { commitment: 'local-actors-2026' },
  '/staff/submissions/$ref/draft': { query: '?form=reply', message: 'Halvt' },
  '/staff/submissions/$ref/approve-plan': { plan: '00000000-0000-4000-8000-000000000000' },
  '/staff/submissions/$ref/cancel-plan': { plan: '00000000-0000-4000-8000-000000000000' },
  '/staff/submissions/$ref/withdraw': { which: 'answer-1', ground: 'secrecy', why: 'Ett namn' },
  '/staff/submissions/$ref/unroute': { organisation: 'gardstensbostader' },
}

/** Who is let in at an address, the first that begins like it; everywhere else nobody needs to be. */
const doors: [start: string, who: Who][] = [
  ['/staff/sign-in/second-step', 'halfway'],
  ['/staff/sign-in', 'nobody'],
  ['/staff/sign-out', 'nobody'],
  ['/staff/invitation', 'nobody'],
  ['/staff/tips/disclosure', 'discloser'],
  ['/staff/tips/unlock', 'locked'],
  ['/staff/tips/lock', 'locked'],
  ['/staff/tips', 'officer'],
  ['/staff/register', 'registrar'],
  ['/staff/submissions/$ref/disclose', 'registrar'],
  ['/staff/submissions/$ref/lift-secrecy', 'registrar'],
  ['/staff/admin/questions', 'coordinator'],
  ['/staff/admin/rules', 'coordinator'],
  ['/staff/admin/templates', 'coordinator'],
  ['/staff/admin', 'admin'],
  ['/staff/outbox', 'admin'],
  ['/staff', 'coordinator'],
  ['/$lang/follow', 'resident'],
  ['/$lang/submit/received', 'resident'],
]
export const letIn = (pattern: string): Who => doors.find(([start]) => pattern.startsWith(start))?.[1] ?? 'nobody'

/** An address with what there is put into it. */
export function placed(pattern: string, { known }: Everybody): string {
  const { tip, police, person, rule, template, view, bell, invitation, ...rest } = known
  const ref = pattern.startsWith('/staff/tips/seal') ? police : pattern.startsWith('/staff/tips') ? tip : known.ref
  const token = pattern.includes('/bell/') ? bell : pattern.includes('/invitation/') ? invitation : known.token
  const ids = { '/staff/admin/people': person, '/staff/admin/rules': rule, '/staff/admin/templates': template }
  const [, id = 'zq7'] =
    Object.entries({ ...ids, '/staff/queue/views': view }).find(([start]) => pattern.startsWith(start)) ?? []
  return addressWith(pattern, { ...rest, ref, token, id })
}

const pages = (known: Everybody['known']): Partial<Record<Who, string[]>> => ({
  nobody: [
    ...['/sv/submit/concern', '/sv/submit/idea', '/sv/submit/tip', '/sv/follow', '/sv/verify', '/sv/submissions'],
    ...[
      `/sv/dialogues/${known.slug}/sign-up`,
      `/sv/bookings/${known.token}`,
      `/sv/bookings/${known.token}?step=cancel`,
    ],
    ...[`/sv/bell/${known.bell}`, '/staff/sign-in', `/staff/invitation/${known.invitation}`],
  ],
  resident: ['/sv/submit/received', '/sv/follow'],
  halfway: ['/staff/sign-in/second-step'],
  coordinator: [
    ...['/staff/queue', '/staff/insights', '/staff/submissions/new', `/staff/submissions/${known.ref}`],
    ...['/merge', '/hand-over', '/redirect'].map((end) => `/staff/submissions/${known.ref}${end}`),
    ...[
      '/staff/answer-many',
      `/staff/answer-many/${known.batch}`,
      '/staff/queue/views',
      `/staff/queue/views/${known.view}`,
    ],
    ...['', '/new', `/${known.rule}`, `/${known.rule}/end`].map((end) => `/staff/admin/rules${end}`),
    ...['/new', `/${known.template}`].map((end) => `/staff/admin/templates${end}`),
    ...['', '/new?kind=choice', `/${known.key}`].map((end) => `/staff/admin/questions/lighting${end}`),
    ...['/staff/account', '/staff/account/password', '/staff/account/second-factor', '/staff/confirm'],
  ],
  organiser: ['/staff/account/second-factor'],
  registrar: [
    ...['/staff/register', '/staff/register/disposal'],
    ...[`/staff/submissions/${known.ref}`, `/staff/submissions/${known.ref}/disclose`],
  ],
  admin: [
    '/staff/admin/people',
    `/staff/admin/people/${known.person}`,
    '/staff/admin/people/invite',
    ...['/staff/admin/audit', '/staff/admin/duty', '/staff/admin/four-eyes'],
  ],
  locked: ['/staff/tips/unlock'],
  officer: [
    ...['/staff/tips', '/staff/tips/keys', '/staff/tips/search', `/staff/tips/${known.tip}`],
    `/staff/tips/seal/${known.police}`,
  ],
  discloser: ['/staff/tips/disclosure'],
})

/** What takes something away that others need, in the order in which it may go. */
const last = [
  /^\/staff\/(invitation|tips\/seal|submissions\/[^/]+\/(hand-over|redirect)|admin\/rules\/[^/]+\/end)/,
  /"verb":"(passphrase|revoke|recovery-key|deactivate|remove|end)"/,
  /^\/staff\/sign-out/,
]
const order = ({ action, fields }: Target) =>
  last.findIndex((pattern) => pattern.test(action) || pattern.test(JSON.stringify(fields)))

/** Every form of the portal's pages, and every address that takes posts without one; what destroys comes last. */
export async function allTargets(everybody: Everybody): Promise<Target[]> {
  const targets = new Map<string, Target>()
  for (const [who, paths] of Object.entries(pages(everybody.known)) as [Who, string[]][])
    for (const path of paths) {
      const page = await everybody.ask(path, { who })
      if (page.status !== 200) throw new Error(`${path} answered ${page.status} to ${who}`)
      for (const form of formsOfPage(page.body, path)) {
        const target = { ...form, who: /^\/staff\/(sign-out|tips\/lock)$/.test(form.action) ? letIn(form.action) : who }
        const by = form.action === '/staff/language' ? 'all' : target.who
        const key = `${by} ${form.method} ${form.action} ${form.fields.verb ?? ''}`
        if (!targets.has(key) && form.fields.officer !== everybody.officerId) targets.set(key, target)
      }
    }
  const covered = new Set([...targets.values()].map(({ method, action }) => `${method} ${action.split('?')[0]}`))
  for (const { pattern } of allAddresses().filter(({ takesPosts }) => takesPosts)) {
    const action = placed(pattern, everybody)
    if (covered.has(`post ${action}`)) continue
    const { query = '', ...fields } = unseen[pattern] ?? { body: '', go: '' }
    targets.set(action, { action: action + query, method: 'post', fields, who: letIn(pattern) })
  }
  return [...targets.values()].map(filled).sort((one, other) => order(one) - order(other))
}

/** A form as somebody would have filled it in. */
const filled = (target: Target): Target => ({
  ...target,
  fields: Object.fromEntries(
    Object.entries(target.fields).map(([name, value]) => [name, value === '' ? (written[name] ?? '') : value]),
  ),
})
