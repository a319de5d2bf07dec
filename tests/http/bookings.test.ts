import { expect, test } from 'vitest'
import { findBooking } from '#app/domain/dialogues/bookings.server.ts'
import * as route from '#app/routes/$lang.bookings.$token.tsx'
import { signedUp, standingOf } from '../support/bookings.ts'
import { get, post } from '../support/call-route.ts'
import { makeDialogue } from '../support/make-dialogue.ts'

const visit = (token: string) => ({ params: { lang: 'sv', token } })
const show = (token: string, query = '') => get(route, `/sv/bookings/${token}${query}`, visit(token))
const send = (token: string, fields: Record<string, string>) =>
  post(route, `/sv/bookings/${token}`, { ...visit(token), fields })

test('the page of a booking says how it stands in words', async () => {
  const { slug } = await makeDialogue({ capacity: 3 })
  const first = await signedUp(slug, { partySize: 3 })
  await signedUp(slug)
  const third = await signedUp(slug)
  expect((await show(first.token)).data).toMatchObject({ booking: { standing: 'Ni har 3 platser' }, mayChange: true })
  expect((await show(third.token)).data).toMatchObject({
    booking: {
      standing: 'Du står på plats 2 på reservlistan',
      link: `http://localhost:3000/sv/bookings/${third.token}`,
    },
  })
})

test('the page of a booking says nothing of the others who come', async () => {
  const { slug } = await makeDialogue({ capacity: 1 })
  await signedUp(slug, { name: 'Zahra', email: 'zahra@example.com', needs: 'rullstol' })
  const { token } = await signedUp(slug)
  expect(JSON.stringify(await show(token))).not.toMatch(/Zahra|rullstol/i)
})

test('the number and the needs are changed, and the page says so', async () => {
  const { slug } = await makeDialogue()
  const { token } = await signedUp(slug)
  const answer = await send(token, { verb: 'change', partySize: '3', needs: 'Tolk' })
  expect(answer).toMatchObject({ status: 303 })
  expect(answer.headers.get('Location')).toBe(`/sv/bookings/${token}?step=saved`)
  expect(await findBooking(token)).toMatchObject({ partySize: 3, needs: 'Tolk' })
})

test('a number there is no room for is told at the field, and the booking stands', async () => {
  const { slug } = await makeDialogue({ capacity: 2 })
  const { token } = await signedUp(slug)
  await signedUp(slug)
  const answer = await send(token, { verb: 'change', partySize: '2', needs: 'x' })
  expect(answer).toMatchObject({
    status: 422,
    data: { values: { partySize: '2', needs: 'x' }, errors: { partySize: 'no-room-for-party' } },
  })
  expect(await findBooking(token)).toMatchObject({ partySize: 1, needs: '' })
})

test('one tap asks, the answer cancels, and a second answer changes nothing', async () => {
  const { id, slug } = await makeDialogue({ capacity: 1 })
  const { token } = await signedUp(slug, { name: 'First' })
  await signedUp(slug, { name: 'Second' })
  expect((await show(token, '?step=cancel')).data).toMatchObject({ step: 'cancel' })
  expect(await standingOf(id)).toEqual(['First confirmed 1', 'Second waitlisted 1'])
  for (let time = 0; time < 2; time++) {
    const answer = await send(token, { verb: 'cancel' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe(`/sv/bookings/${token}`)
  }
  expect(await standingOf(id)).toEqual(['First cancelled 1', 'Second confirmed 1'])
  expect((await show(token, '?step=cancel')).data).toMatchObject({ step: undefined, mayChange: false })
  expect(await send(token, { verb: 'change', partySize: '1' })).toMatchObject({ status: 409 })
})

test('a post that asks for nothing we know is wrong', async () => {
  const { slug } = await makeDialogue()
  const { token } = await signedUp(slug)
  for (const fields of [{}, { verb: 'delete' }, { verb: 'change', partySize: '-1' }] as Record<string, string>[])
    expect((await send(token, fields)).status).toBe(422)
})

test.each(['x', '0'.repeat(20), '<script>', '\u0000', '🎈', 'x'.repeat(5000)])(
  'there is no booking at %j',
  async (token) => {
    expect((await show(token)).status).toBe(404)
    expect((await send(token, { verb: 'cancel' })).status).toBe(404)
  },
)

test('the page of a booking is kept by nobody and found by no search engine', () => {
  expect('handle' in route).toBe(false)
  expect(JSON.stringify(route.meta({ data: { title: 'x' } } as never))).toContain('noindex')
})
