import { createServer, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { as, connect, disconnect } from '#db/client.server.ts'
import * as follow from '#app/routes/$lang.follow.tsx'
import * as form from '#app/routes/$lang.submit.$kind.tsx'
import { post } from '../support/call-route.ts'
import { formTokenOfOurs } from '../support/form-token.ts'
import { keptPhoto } from '../support/make-photo.ts'

const params = { lang: 'sv', kind: 'concern' }
const path = '/sv/submit/concern'
const said = { category: 'lighting', body: 'Lampan vid bron är trasig.', areaCode: '606', language: 'sv' }
const filledIn = async () => ({ ...said, formToken: await formTokenOfOurs() })

/** An address at which nobody answers. */
async function deadAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `postgres://nobody@127.0.0.1:${port}/nothing`
}

/** As when the database is down: nothing answers where it was. */
async function loseDatabase() {
  await disconnect()
  connect(await deadAddress())
}

const rename = (from: string, to: string) =>
  as({ as: 'seed' }, (tx) => tx.execute(sql`alter table ${sql.identifier(from)} rename to ${sql.identifier(to)}`))

let mend: (() => Promise<unknown>) | undefined
afterEach(async () => {
  await mend?.()
  mend = undefined
})

async function mendDatabase() {
  await disconnect()
  connect(process.env.TEST_DATABASE_URL!)
}

test('a form that is sent while something is broken is shown at its step, with the photos that wait for it', async () => {
  const fields = { ...(await filledIn()), step: 'photos', go: 'send' }
  const { id } = await keptPhoto(fields.formToken)
  mend = () => rename('submissions_gone', 'submissions')
  await rename('submissions', 'submissions_gone')
  const answer = await post(form, path, { params, fields })
  expect(answer.status).toBe(500)
  expect(answer.data).toMatchObject({
    ...{ values: said, errors: { form: 'not-received' } },
    ...{ step: 'photos', formToken: fields.formToken, waiting: [{ id }] },
  })
})

test('what is answered on purpose, as 404, is no failure', async () => {
  expect((await post(form, '/sv/submit/tip', { params: { lang: 'sv', kind: 'tip' }, fields: said })).status).toBe(404)
})

test('a form that is sent while the database is down is answered 503, with all that was typed', async () => {
  const fields = await filledIn()
  mend = mendDatabase
  await loseDatabase()
  const answer = await post(form, path, { params, fields })
  expect(answer.status).toBe(503)
  expect(answer.data).toMatchObject({ values: fields, errors: { form: 'not-received' } })
})

test('a code that is tried and a message that is sent while the database is down are kept too', async () => {
  const formToken = await formTokenOfOurs()
  mend = mendDatabase
  await loseDatabase()
  const posts: Record<string, string>[] = [
    { code: '7KQ4-2M9P-0000-1111-ZZZZ' },
    { message: 'Tack!', formToken, code: 'x' },
  ]
  for (const fields of posts) {
    const answer = await post(follow, '/sv/follow', { fields })
    expect([answer.status, answer.data]).toMatchObject([503, { values: fields, errors: { form: 'not-received' } }])
  }
})
