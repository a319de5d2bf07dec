import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import * as many from '#app/routes/staff.answer-many.tsx'
import { get, post } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

let coordinator: Staff, cookie: string
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  cookie = await cookieOf(coordinator)
})

type Preview = { preview: { mark: string; cases: { ref: string; texts: { lang: string; text: string }[] }[] } }
const send = (fields: Record<string, string>) => post(many, '/staff/answer-many', { cookie, fields })

test('what each would read is shown first, with its own words filled in, and then given to all', async () => {
  const [one, two] = await Promise.all(
    ['606', '609'].map((areaCode) => makeSubmission({ areaCode, status: 'in_progress' })),
  )
  const fields = {
    ...{
      ref: `${one!.ref},${two!.ref}`,
      'answer.sv': 'Vi lagar det i {area}.',
      'answer.en': '{ref}',
      audience: 'public',
    },
  }
  const shown = await send({ ...fields, go: 'preview' })
  const { preview } = shown.data as Preview
  const texts = Object.fromEntries(preview.cases.map(({ ref, texts: told }) => [ref, told.map(({ text }) => text)]))
  expect(texts).toEqual({
    [one!.ref]: ['Vi lagar det i Hammarkullen.', one!.ref],
    [two!.ref]: ['Vi lagar det i Linnarhult.', two!.ref],
  })
  expect((await findForStaff(coordinator, one!.ref))?.responses).toEqual([])
  const done = await send({ ...fields, go: 'send', seen: preview.mark })
  expect([done.status, done.headers.get('Location')]).toEqual([303, '/staff/answer-many?done=2'])
  expect((await findForStaff(coordinator, two!.ref))?.responses[0]?.body).toEqual({
    ...{ sv: 'Vi lagar det i Linnarhult.', en: two!.ref },
  })
})

test('what is not filled in or not known is told, and nobody gets what was not shown', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const { ref: other } = await makeSubmission({ status: 'in_progress' })
  expect(await send({ 'answer.sv': '', audience: 'public' })).toMatchObject({
    ...{ status: 422, data: { errors: { ref: 'missing', 'answer.sv': 'missing' } } },
  })
  expect(await send({ ref, 'answer.sv': '{namn}', audience: 'public' })).toMatchObject({
    ...{ status: 422, data: { errors: { 'answer.sv': 'unknown-placeholder' } } },
  })
  const fields = { ref: `${ref},${other}`, 'answer.sv': 'Klart.', audience: 'resident' }
  const { preview } = (await send(fields)).data as Preview
  const unseen = { ...fields, 'answer.sv': 'Något annat.', go: 'send', seen: preview.mark }
  expect(await send(unseen)).toMatchObject({ status: 409, data: { refused: 'changed-meanwhile' } })
  await answer(coordinator, other, { body: { sv: 'Först' }, audience: 'public', after: 0 })
  const late = await send({ ...fields, go: 'send', seen: preview.mark })
  expect(late).toMatchObject({ status: 409, data: { refused: 'changed-meanwhile', ref: other } })
  expect((await findForStaff(coordinator, ref))?.responses).toEqual([])
  expect(await send({ ...fields, go: 'change' })).toMatchObject({ status: 200, data: { values: fields } })
})

test('the page is for those who answer', async () => {
  expect((await get(many, '/staff/answer-many?category=lighting', { cookie })).status).toBe(200)
  const registrar = await cookieOf(await makeStaff('registrar'))
  expect((await get(many, '/staff/answer-many', { cookie: registrar })).status).toBe(403)
})
