import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { SubmitReply } from '#app/http/submit-reply.server.ts'
import * as form from '#app/routes/$lang.submit.$kind.tsx'
import { get, post } from '../support/call-route.ts'

const params = { lang: 'sv', kind: 'concern' }
const path = '/sv/submit/concern'

const newToken = async () => {
  const { data } = await get(form, path, { params })
  return (data as { parts: { formToken: string } }).parts.formToken
}

/** Presses a button on a page that was shown, as a browser without script does: all that is there rides along. */
async function press(go: string, step: string, fields: Record<string, string> = {}) {
  const posted = { formToken: await newToken(), ...fields, go, step }
  const answer = await post(form, path, { params, fields: posted })
  return { ...answer, posted, reply: answer.data as SubmitReply }
}

const said = {
  category: 'upkeep',
  body: 'Träden skymmer.',
  areaCode: '606',
  placeNote: 'Vid bron',
  contactEmail: 'a@b.se',
}

describe('on', () => {
  test.each<[step: string, fields: Record<string, string>, next: string]>([
    ['category', { category: 'upkeep' }, 'body'],
    ['category', { category: 'lighting' }, 'questions'],
    ['questions', { category: 'lighting', 'answers.fault': 'none', asked: 'fault' }, 'body'],
    ['body', { body: 'Träden skymmer.' }, 'place'],
    ['place', { ...said }, 'contact'],
    ['contact', { contactEmail: '' }, 'photos'],
  ])('from %s with %j comes %s', async (step, fields, next) => {
    const { status, reply } = await press('next', step, fields)
    expect(status).toBe(200)
    expect(reply).toMatchObject({ step: next, errors: {}, values: fields.asked ? {} : fields })
  })

  test.each<[step: string, fields: Record<string, string>, errors: Record<string, string>]>([
    ['category', {}, { category: 'category-missing' }],
    ['body', { category: 'upkeep' }, { body: 'missing' }],
    ['body', { body: 'å'.repeat(5001) }, { body: 'too-long' }],
    ['place', {}, { place: 'place-missing' }],
    ['place', { lat: '57.7210', lon: '12.9401' }, { place: 'outside-area' }],
    ['place', { areaCode: '606', placeNote: 'x'.repeat(301) }, { placeNote: 'too-long' }],
    ['contact', { contactEmail: 'leyla' }, { contactEmail: 'not-an-address' }],
    [
      'questions',
      { category: 'vehicles', 'answers.weeks': 'många', asked: 'state,weeks,plate' },
      { 'answers.weeks': 'not-a-number' },
    ],
  ])('%s with what is wrong there is shown again, and nothing else is asked for', async (step, fields, errors) => {
    const { status, reply, posted } = await press('next', step, fields)
    expect(status).toBe(422)
    const { go: _, step: __, formToken, asked: ___, ...typed } = posted as Record<string, string>
    expect(reply).toMatchObject({ step, errors, values: typed, formToken })
  })

  test('an answer that brings another question is asked that one too', async () => {
    const fields = { category: 'lighting', 'answers.fault': 'several', asked: 'fault' }
    expect((await press('next', 'questions', fields)).reply.step).toBe('questions')
    expect((await press('next', 'questions', { ...fields, asked: 'fault,lamps,pole' })).reply.step).toBe('body')
  })

  test('who has typed the name of a place and chosen none is shown what is found', async () => {
    const { reply } = await press('next', 'place', { placeQuery: 'hammarkulle' })
    expect(reply).toMatchObject({ step: 'place', errors: {} })
    expect(reply.results?.results.map(({ name }) => name)).toContain('Hammarkulletorget')
    const { reply: chosen } = await press('next', 'place', { place: 'area:606', category: 'upkeep', body: 'x' })
    expect(chosen).toMatchObject({ step: 'contact', values: { areaCode: '606', place: '' } })
  })
})

test('back keeps everything and checks nothing', async () => {
  const wrong = { category: 'murder', body: '', contactEmail: 'nobody', lat: 'north', 'answers.weeks': 'many' }
  for (const [step, before] of [
    ['body', 'category'],
    ['place', 'body'],
    ['contact', 'place'],
    ['photos', 'contact'],
  ]) {
    const { status, reply } = await press('back', step!, wrong)
    expect(status).toBe(200)
    expect(reply).toMatchObject({ step: before, values: wrong, errors: {} })
  }
  expect((await press('back', 'body', { category: 'lighting' })).reply.step).toBe('questions')
  expect((await press('back', 'category')).reply.step).toBe('category')
})

test('the last step tells what was said, and who changes one thing comes back to it', async () => {
  const answered = { ...said, category: 'lighting', 'answers.fault': 'flickers' }
  const { reply } = await press('next', 'contact', answered)
  expect(reply.summary.map(({ step, label, text }) => [step, label, text])).toEqual([
    ['category', 'Ämne', 'Belysning'],
    ['questions', 'Vad är det för fel?', 'En lampa blinkar'],
    ['body', 'Din text', 'Träden skymmer.'],
    ['place', 'Plats', 'Hammarkullen'],
    ['place', 'Beskrivning av platsen', 'Vid bron'],
    ['contact', 'E-post', 'a@b.se'],
    ['contact', 'Språk för svaret', 'Svenska'],
  ])
  const { reply: changing } = await press('body', 'photos', answered)
  expect(changing).toMatchObject({ step: 'body', values: { ...answered, returning: 'yes' } })
  expect((await press('next', 'body', changing.values)).reply.step).toBe('photos')
  expect((await press('back', 'body', changing.values)).reply.step).toBe('photos')
  // Another category has questions of its own.
  expect((await press('next', 'category', { ...changing.values, category: 'litter' })).reply.step).toBe('questions')
})

test('one token rides along through all steps; one that is none becomes a fresh one', async () => {
  const { reply, posted } = await press('next', 'category', { category: 'upkeep' })
  expect(reply.formToken).toBe(posted.formToken)
  const again = await press('next', 'body', { formToken: reply.formToken })
  expect(again.reply.formToken).toBe(posted.formToken)
  const stale = await press('next', 'body', { formToken: 'made-up', body: 'x' })
  expect(stale.reply.formToken).toMatch(/^[\w-]+\.\w+\.[\w-]+$/)
})

test('violence that is going on is stopped with advice, and goes on when it is over', async () => {
  const going = {
    category: 'violence',
    body: 'Det bråkas.',
    areaCode: '606',
    'answers.ongoing': 'yes',
    asked: 'ongoing',
  }
  const stopped = await press('next', 'questions', going)
  expect(stopped.status).toBe(422)
  expect(stopped.reply).toMatchObject({ step: 'questions', errors: { 'answers.ongoing': 'stopped' } })
  expect(stopped.reply.values).toMatchObject({ body: 'Det bråkas.', 'answers.ongoing': 'yes' })
  const over = await press('over', 'questions', going)
  expect(over.reply).toMatchObject({ step: 'questions', values: { 'answers.ongoing': 'no', body: 'Det bråkas.' } })
})

describe('all of it in one post', () => {
  const whole = { category: 'violence', body: 'Slagsmål vid torget.', areaCode: '606', language: 'sv' }
  const send = async (fields: Record<string, string>) =>
    post(form, path, { params, fields: { formToken: await newToken(), ...whole, ...fields } })
  /** What is kept of a post with these fields, found by its own words. */
  const keptOf = async (fields: Record<string, string>) => {
    const body = `Slagsmål vid torget ${crypto.randomUUID()}.`
    expect((await send({ ...fields, body })).status).toBe(303)
    const [row] = await as({ as: 'seed' }, (tx) =>
      tx
        .select({ answers: submissions.answers, heldFor: submissions.heldFor })
        .from(submissions)
        .where(eq(submissions.body, body)),
    )
    return row!
  }

  test.each<Record<string, string>>([{}, { go: 'send' }, { go: 'send', step: 'photos' }, { go: 'made-up' }])(
    'is a submission with %j',
    async (go) => {
      expect((await send(go)).status).toBe(303)
    },
  )

  test('has the answers to the questions of its category', async () => {
    const { answers } = await keptOf({
      'answers.ongoing': 'no',
      'answers.when': '2026-11-20,22:15',
      'answers.told': 'unsure',
      'answers.x': 'y',
    })
    expect(answers).toEqual([
      { question: 'ongoing', values: ['no'] },
      { question: 'when', values: ['2026-11-20 22:15'] },
      { question: 'told', values: ['unsure'] },
    ])
  })

  test('is stopped by nothing but an answer that stops it', async () => {
    const answer = await send({ 'answers.ongoing': 'yes' })
    expect(answer.status).toBe(422)
    expect(answer.data).toMatchObject({ step: undefined, errors: { 'answers.ongoing': 'stopped' }, values: whole })
  })

  test('is shown whole when it is wrong, and at its step when all that is wrong is there', async () => {
    expect((await send({ body: '', step: 'photos' })).data).toMatchObject({
      step: undefined,
      errors: { body: 'missing' },
    })
    expect((await send({ contactEmail: 'x', step: 'contact' })).data).toMatchObject({ step: 'contact' })
    expect((await send({ formToken: 'old', step: 'photos' })).data).toMatchObject({
      step: 'photos',
      errors: { form: 'stale-form' },
    })
  })

  test('is taken and held when the field that nobody sees is filled in', async () => {
    expect((await keptOf({ website: 'https://spam.example' })).heldFor).toContain('honeypot')
  })
})

test('the title says which step is shown', async () => {
  const context = { address: '192.0.2.1' }
  const body = new URLSearchParams({ category: 'upkeep', go: 'next', step: 'category' })
  const request = new Request(`http://localhost:3000${path}`, { method: 'POST', body })
  await form.action({ request, params, context, unstable_pattern: '' } as never)
  const { title, progress } = await form.loader({ request, params, context, unstable_pattern: '' } as never)
  expect(title).toBe('Steg 2 av 5: Din text. Berätta vad som oroar dig')
  expect(progress).toMatchObject({ number: 2, count: 5 })
})
