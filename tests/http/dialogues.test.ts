import { expect, test } from 'vitest'
import type { ToldDialogue, ToldListed } from '#app/ui/dialogues/told.ts'
import * as list from '#app/routes/$lang.dialogues._index.tsx'
import * as one from '#app/routes/$lang.dialogues.$slug._index.tsx'
import { signedUp } from '../support/bookings.ts'
import { get } from '../support/call-route.ts'
import { makeDialogue } from '../support/make-dialogue.ts'

const day = 24 * 60 * 60 * 1000
type Page = { upcoming: ToldListed[]; past: ToldListed[]; older: string | undefined }

const pageOf = async (query = '', lang = 'sv') =>
  (await get(list, `/${lang}/dialogues${query}`, { params: { lang } })).data as Page
const toldOf = async (slug: string, lang = 'sv') =>
  ((await get(one, `/${lang}/dialogues/${slug}`, { params: { lang, slug } })).data as { dialogue: ToldDialogue })
    .dialogue

test('coming dialogues stand soonest first, with the seats that are left; cancelled ones say why', async () => {
  const later = await makeDialogue({ startsAt: new Date(Date.now() + 9 * day) })
  const sooner = await makeDialogue({
    startsAt: new Date(Date.now() + 2 * day),
    state: 'cancelled',
    cancelledReason: { sv: 'Lokalen är stängd.' },
  })
  await signedUp(later.slug, { partySize: 4 })
  const { upcoming } = await pageOf()
  const own = upcoming.filter(({ slug }) => [later.slug, sooner.slug].includes(slug))
  expect(own.map(({ slug }) => slug)).toEqual([sooner.slug, later.slug])
  expect(own[0]).toMatchObject({
    stage: 'cancelled',
    cancelledReason: { text: 'Lokalen är stängd.' },
    seats: undefined,
  })
  expect(own[1]).toMatchObject({ stage: 'open', seats: '6 platser kvar' })
})

test('dialogues that are over stand latest first with what they led to, a page at a time', async () => {
  const said = { said: [{ sv: 'Mörkt.' }], willDo: [{ sv: 'Ljus.' }], cannot: [{ sv: 'Pengar.' }] }
  // Held, and begun after all others, so that they stand first.
  const held = (number: number) => ({
    state: 'held' as const,
    startsAt: new Date(Date.parse('2090-01-01') - number * day),
  })
  for (let number = 1; number <= 10; number++)
    await makeDialogue({ ...held(number), ...said, title: { sv: `Nummer ${number}` } })
  const first = await pageOf()
  expect(first.past).toHaveLength(8)
  expect(first.past[0]!.outcome).toMatchObject({ said: [{ text: 'Mörkt.' }], cannot: [{ text: 'Pengar.' }] })
  const second = await pageOf(`?before=${encodeURIComponent(first.older!)}`)
  const titles = [...first.past, ...second.past].map(({ title }) => title.text)
  expect(titles.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, index) => `Nummer ${index + 1}`))
  expect((await pageOf('?before=nonsense')).past[0]!.title.text).toBe('Nummer 1')
})

test('a dialogue says when with its weekday, where with the nearest stop, and in which languages', async () => {
  const { slug } = await makeDialogue({
    ...{
      startsAt: new Date('2027-06-16T16:00:00Z'),
      place: 'hammarkulletorget',
      languages: ['sv', 'en'],
      stepFree: true,
    },
  })
  expect(await toldOf(slug)).toMatchObject({
    ...{ day: 'onsdag 16 juni 2027', time: 'kl. 18:00–20:00', stop: 'Vid Hammarkulletorget', area: 'Hammarkullen' },
    ...{ languages: 'svenska och engelska', interpretation: 'arabiska', host: expect.stringMatching(/Polisen/) },
    access: expect.arrayContaining([
      { key: 'stepFree', has: true },
      { key: 'hearingLoop', has: false },
    ]),
  })
  expect(await toldOf(slug, 'ar')).toMatchObject({
    day: expect.stringContaining('2027'),
    languages: 'السويدية والإنجليزية',
  })
})

test('a full dialogue offers the waiting list and says how many parties wait', async () => {
  const { slug } = await makeDialogue({ capacity: 1 })
  for (let party = 0; party < 3; party++) await signedUp(slug)
  expect(await toldOf(slug)).toMatchObject({
    ...{ stage: 'full', seats: 'Alla platser är tagna', waiting: '2 sällskap på reservlistan' },
  })
})

test('what the public is given of a dialogue holds neither who comes nor the online room', async () => {
  const { slug } = await makeDialogue({ kind: 'hybrid', onlineUrl: 'https://example.org/secret-room' })
  await signedUp(slug, { name: 'Zahra', email: 'z@example.com', needs: 'rullstol' })
  const told = JSON.stringify([await toldOf(slug), await pageOf()])
  expect(told).not.toMatch(/Zahra|z@example|rullstol|secret-room/)
})
