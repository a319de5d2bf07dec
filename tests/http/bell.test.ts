import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { linkOfBell } from '#app/domain/bells/bell-links.server.ts'
import * as route from '#app/routes/$lang.bell.$token.tsx'
import { get, post } from '../support/call-route.ts'
import { makeSubmission } from '../support/make-submission.ts'

const bellsOf = (submissionId: string) =>
  as({ as: 'seed' }, (tx) => tx.select().from(bells).where(eq(bells.submissionId, submissionId)))

async function hung() {
  const { id } = await makeSubmission({ contactEmail: 'amina@example.com' })
  const [bell] = await bellsOf(id)
  return { id, token: await linkOfBell(bell!.id) }
}

const visit = (token: string) => ({ params: { lang: 'sv', token } })
const look = (token: string) => get(route, `/sv/bell/${token}`, visit(token))
const send = (token: string, fields: Record<string, string>) =>
  post(route, `/sv/bell/${token}`, { ...visit(token), fields })

test('opening the link changes nothing, however often a mail program does it', async () => {
  const { id, token } = await hung()
  for (let time = 0; time < 3; time++) expect((await look(token)).data).toMatchObject({ state: 'asks' })
  expect(await bellsOf(id)).toMatchObject([{ confirmedAt: null }])
})

test('yes confirms the address, and the page says so', async () => {
  const { id, token } = await hung()
  const answer = await send(token, { verb: 'confirm' })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/sv/bell/${token}`])
  expect(await bellsOf(id)).toMatchObject([{ confirmedAt: expect.any(Date) }])
  expect((await look(token)).data).toMatchObject({ state: 'rings' })
})

test('no takes the address away, and the page says so, also later', async () => {
  const { id, token } = await hung()
  await send(token, { verb: 'stop' })
  expect(await bellsOf(id)).toEqual([])
  expect((await look(token)).data).toMatchObject({ state: 'gone' })
  expect((await send(token, { verb: 'confirm' })).status).toBe(303)
  expect((await look(token)).data).toMatchObject({ state: 'gone' })
})

test('what a mail program posts for one who wants no more is answered with 200, again and again', async () => {
  const { id, token } = await hung()
  for (let time = 0; time < 2; time++) expect((await send(token, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
  expect(await bellsOf(id)).toEqual([])
})

test('a post that says neither yes nor no changes nothing', async () => {
  const { id, token } = await hung()
  expect((await send(token, { verb: 'delete' })).status).toBe(422)
  expect(await bellsOf(id)).toHaveLength(1)
})

test.each(['x', '0'.repeat(52), '<script>', '../../x', '🔔', 'x'.repeat(5000)])(
  'there is no bell at %j',
  async (token) => {
    expect((await look(token)).status).toBe(404)
    expect((await send(token, { verb: 'confirm' })).status).toBe(404)
    expect((await send(token, { 'List-Unsubscribe': 'One-Click' })).status).toBe(404)
  },
)
