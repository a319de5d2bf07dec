import { expect, test } from 'vitest'
import { proofUnderCode } from '#app/domain/submissions/proof.server.ts'
import * as verify from '#app/routes/$lang.verify.tsx'
import { post, type Answer } from '../support/call-route.ts'
import { makeSubmission } from '../support/make-submission.ts'

let visitors = 0
const newAddress = () => `203.0.113.${++visitors}`
const judge = (proof: string, address = newAddress()) => post(verify, '/sv/verify', { fields: { proof }, address })
const verdictOf = ({ data }: Answer) => (data as { verdict?: string }).verdict

test('the proof of a receipt holds, and nothing of the case is told', async () => {
  const { hash, body } = { ...(await makeSubmission({ body: 'Hemlig trappa' })), body: 'Hemlig trappa' }
  const answer = await judge(`  ${(await proofUnderCode(hash))!.line.replaceAll(' ', '\n')} `)
  expect([answer.status, verdictOf(answer)]).toEqual([200, 'holds'])
  expect(JSON.stringify(answer.data)).not.toContain(body)
})

test('what is no proof of ours is told to be none, and is kept in the field', async () => {
  const answer = await judge('NORDOST <script>')
  expect(answer.data).toMatchObject({ verdict: 'not-ours', values: { proof: 'NORDOST <script>' } })
  const empty = await judge('  ')
  expect([empty.status, (empty.data as { errors: object }).errors]).toEqual([422, { proof: 'missing' }])
})

test('who tries too often has to wait', async () => {
  const address = newAddress()
  for (let tried = 0; tried < 30; tried++) expect((await judge(`wrong ${tried}`, address)).status).toBe(200)
  const refused = await judge('wrong', address)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(refused.data).toMatchObject({ verdict: undefined, wait: expect.stringMatching(/Vänta \d+ minut/) })
})
