import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { words } from '#app/i18n/catalogues.server.ts'
import { startOwnPortal, type OwnPortal } from '../support/own-portal.ts'

let portal: OwnPortal
beforeAll(async () => void (portal = await startOwnPortal()), 90_000)
afterEach(mend)
afterAll(() => portal.stop(), 30_000)

type Fields = Record<string, string>
type Shown = { status: number; html: string; location: string | null; cookie: string }

const broken: string[] = []

/** Takes tables away, as a migration that went wrong does. */
async function breakTables(...names: string[]) {
  for (const name of names) await portal.sql.unsafe(`alter table ${name} rename to ${name}_gone`)
  broken.push(...names)
}

async function mend() {
  for (const name of broken.splice(0)) await portal.sql.unsafe(`alter table ${name}_gone rename to ${name}`)
}

async function ask(path: string, init: RequestInit = {}): Promise<Shown> {
  const answer = await fetch(`${portal.url}${path}`, { redirect: 'manual', ...init })
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  return {
    ...{ status: answer.status, location: answer.headers.get('location'), cookie: cookie.join('; ') },
    html: await answer.text(),
  }
}

const post = (path: string, fields: Fields, cookie = '') =>
  ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: cookie ? { cookie } : {} })

const unescaped = (text = '') =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>')

/** What the form with the token would post when its button is pressed at once. */
function formIn({ html }: Shown, formId = 'form'): Fields {
  const form = new RegExp(`<form id="${formId}".*?</form>`, 's').exec(html)?.[0] ?? ''
  const attribute = (tag: string, name: string) => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1])
  const isPosted = (tag: string) => !/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag)
  const inputs = [...form.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => isPosted(tag) && !tag.includes('type="file"'))
    .map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')] as const)
  const texts = [...form.matchAll(/(<textarea[^>]*>)(.*?)<\/textarea>/gs)].map(
    ([, tag = '', text]) => [attribute(tag, 'name'), unescaped(text).replace(/^\n/, '')] as const,
  )
  const chosen = [...form.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)].map(([, tag = '', options = '']) => {
    const option = /<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? ''
    return [attribute(tag, 'name'), attribute(option, 'value')] as const
  })
  return Object.fromEntries([...inputs, ...texts, ...chosen].filter(([name]) => name))
}

const told = {
  category: 'lighting',
  body: 'Lampan vid "trappan" är <trasig>.\nDen är släckt.',
  areaCode: '606',
  placeNote: 'Bakom skolan',
  contactEmail: '',
  language: 'sv',
}
const freshForm = async (lang = 'sv') => {
  const { formToken = '' } = formIn(await ask(`/${lang}/submit/concern`))
  return { ...told, formToken, language: lang }
}
const received = async () =>
  (await portal.sql`select count(*)::int as all from submissions where body = ${told.body}`)[0]!.all as number

test('what fails while a resident sends the form is told in the form, with all she typed, and goes when it is sent again', async () => {
  const [fields, before] = [await freshForm(), await received()]
  await breakTables('submissions')
  const failed = await post('/sv/submit/concern', fields)
  expect(failed.status).toBe(500)
  expect(failed.html).toContain(words('sv')('errors:field.not-received'))
  expect(failed.html).toMatch(/Felets nummer: (<!-- -->)?[0-9a-f]{10}/)
  expect(formIn(failed)).toMatchObject(fields)
  await mend()
  expect((await post('/sv/submit/concern', formIn(failed))).status).toBe(303)
  expect((await post('/sv/submit/concern', formIn(failed))).status).toBe(303)
  expect(await received()).toBe(before + 1)
})

test.each(['sv', 'en', 'ar', 'so'] as const)(
  'a resident who sends the form in %s when not even the form can be drawn has all she typed on a page that needs no database',
  async (lang) => {
    const [fields, before] = [await freshForm(lang), await received()]
    const path = `/${lang}/submit/concern`
    const t = words(lang)
    await breakTables('submissions', 'category_questions')
    const failed = await post(path, fields)
    expect(failed.status).toBe(500)
    for (const text of ['title', 'again', 'photos']) expect(failed.html).toContain(t(`errors:notReceived.${text}`))
    const { contactEmail: _blank, ...typed } = fields
    expect(formIn(failed)).toEqual(typed)
    expect(failed.html).toMatch(/<textarea[^>]*name="body"/)
    // Pressed again too early, nothing of it is lost either.
    expect(formIn(await post(path, formIn(failed)))).toEqual(typed)
    await mend()
    expect((await post(path, formIn(failed))).status).toBe(303)
    expect(await received()).toBe(before + 1)
  },
)

test('a step of the form that fails is shown again where it stood', async () => {
  const { formToken } = await freshForm()
  const fields = { formToken, step: 'body', go: 'next', category: 'upkeep', body: 'Buskarna skymmer.' }
  await breakTables('category_questions')
  const failed = await post('/sv/submit/concern', fields)
  expect(failed.status).toBe(500)
  expect(formIn(failed)).toMatchObject({ formToken, category: 'upkeep', body: 'Buskarna skymmer.' })
  await mend()
  const next = await post('/sv/submit/concern', formIn(failed))
  expect([next.status, formIn(next)]).toMatchObject([200, { step: 'body', body: 'Buskarna skymmer.', formToken }])
})

test('a message that fails on the follow page is kept, and goes when it is sent again', async () => {
  const sent = await post('/sv/submit/concern', await freshForm())
  const receipt = await ask('/sv/submit/received', { headers: { cookie: sent.cookie } })
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(receipt.html)![0]
  await breakTables('submissions')
  const locked = await post('/sv/follow', { code })
  expect([locked.status, formIn(locked)]).toEqual([500, { code }])
  await mend()
  const { cookie } = await post('/sv/follow', { code })
  const { formToken = '' } = formIn(await ask('/sv/follow', { headers: { cookie } }))
  const fields = { formToken, message: 'Nu är den hel,\ntack!' }

  await breakTables('messages')
  const failed = await post('/sv/follow', fields, cookie)
  expect(failed.status).toBe(500)
  expect(formIn(failed)).toEqual(fields)
  await mend()
  await breakTables('messages', 'submissions')
  const again = await post('/sv/follow', fields, cookie)
  expect([again.status, formIn(again)]).toEqual([500, fields])
  await mend()
  expect((await post('/sv/follow', formIn(again), cookie)).location).toBe('/sv/follow?sent#reply')
  expect((await post('/sv/follow', formIn(failed), cookie)).location).toBe('/sv/follow?sent#reply')
  expect(await portal.sql`select count(*)::int as n from messages where body = ${fields.message}`).toEqual([{ n: 1 }])
})

test('a sign-up that fails is kept, and is one booking when it is sent again', async () => {
  const path = '/sv/dialogues/hammarkullen-young-people-in-the-evening/sign-up'
  const page = await ask(path)
  const [, question = '', choice = ''] =
    /type="radio"[^>]* name="(answers\.[^"]+)"[^>]* value="([^"]+)"/.exec(page.html) ?? []
  const shown = { ...formIn(page), [question]: choice }
  const name = 'Amina <A>'
  const fields: Fields = { ...shown, name, partySize: '2', needs: 'Tolk till somaliska', language: 'sv' }
  await breakTables('bookings')
  const failed = await post(path, fields)
  expect(failed.status).toBe(500)
  expect(formIn(failed)).toMatchObject({ name, needs: fields.needs, formToken: shown.formToken })
  await mend()
  await breakTables('dialogues')
  const again = await post(path, fields)
  expect(again.status).toBe(500)
  expect(formIn(again)).toMatchObject({ name, needs: fields.needs, formToken: shown.formToken })
  await mend()
  expect((await post(path, formIn(again))).status).toBe(303)
  expect((await post(path, formIn(again))).status).toBe(303)
  expect(await portal.sql`select count(*)::int as n from bookings where name = ${name}`).toEqual([{ n: 1 }])
})

test('the log holds the failures, and not a word of what was typed', () => {
  const log = portal.log()
  expect(log).toContain('a request failed')
  for (const word of ['trappan', 'Buskarna', 'tack!', 'Amina', 'somaliska']) expect(log).not.toContain(word)
})

test('the log tells the failing post of a tip from no other', async () => {
  const lineOf = async (kind: string) => {
    const { formToken = '' } = formIn(await ask(`/sv/submit/${kind}`))
    await breakTables('submissions', 'tips')
    const before = portal.log().length
    const failed = await post(`/sv/submit/${kind}`, { ...told, formToken })
    await mend()
    expect(failed.status).toBe(500)
    const lines = portal.log().slice(before).trim().split('\n')
    const failures = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    // What else ran while the tables were away is not about this post.
    return failures.filter(({ job }) => !job).map((failure) => ({ ...failure, time: '', errorId: '' }))
  }
  const concern = await lineOf('concern')
  expect(concern).not.toHaveLength(0)
  expect(await lineOf('tip')).toEqual(concern)
})

test.each(['hasOwnProperty', '__proto__', 'constructor'])(
  'a category that is none (%s) is found wrong, and the portal goes on',
  async (category) => {
    const wrong = await post('/sv/submit/concern', { ...(await freshForm()), category })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('trasig')
    expect((await ask('/healthz')).status).toBe(200)
  },
)
