import { expect, test } from 'vitest'
import { receiptCookie } from '#app/http/sealed-cookies.server.ts'
import { findBellUnderCode } from '#app/domain/bells/bell-under-code.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { judgeProof } from '#app/domain/submissions/judge-proof.server.ts'
import * as file from '#app/routes/$lang.submit.received_.file.ts'
import * as form from '#app/routes/$lang.submit.$kind.tsx'
import * as received from '#app/routes/$lang.submit.received.tsx'
import { cookieFrom, get, post } from '../support/call-route.ts'
import { formTokenOfOurs } from '../support/form-token.ts'
import { makeSubmission } from '../support/make-submission.ts'

type Kept = { code: string; bell?: string; followAt: string; proof?: { line: string; receivedAt: string } }
const cookieOf = async (kept: { code: string; ref: string }) => (await receiptCookie.keep(kept)).split(';')[0]
const keptOf = (data: unknown) => (data as { kept: Kept }).kept

test('the receipt proves what was received, and leads to the follow page without the code in an address', async () => {
  const { code, ref } = await makeSubmission()
  const page = await get(received, '/sv/submit/received', { cookie: await cookieOf({ code, ref }) })
  const { proof, followAt } = keptOf(page.data)
  expect(await judgeProof(proof!.line)).toBe('holds')
  expect(proof!.receivedAt).toMatch(/^\p{L}+dag \d+ \p{L}+ \d{4} \d\d:\d\d$/u)
  expect(followAt).toBe('http://localhost:3000/sv/follow')
  expect(page.headers.get('Cache-Control')).toBe('no-store')
})

test.each(['sv', 'en', 'ar', 'so'])('the receipt is saved as a plain text in %s', async (lang) => {
  const { code, ref } = await makeSubmission()
  const cookie = await cookieOf({ code, ref })
  const route = file as unknown as { action: (given: object) => Promise<Response> }
  const request = new Request(`http://localhost:3000/${lang}/submit/received/file`, {
    method: 'POST',
    headers: { Cookie: cookie! },
  })
  const answer = await route.action({ request, params: { lang }, context: { address: '192.0.2.1' } })
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="nordost-${ref}.txt"`)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text).toContain(`\r\n${code}\r\n`)
  expect(text).toContain(`\r\nhttp://localhost:3000/${lang}/follow\r\n`)
  expect(text).toContain('112')
  expect(text).not.toMatch(/receipt:|submit:|undefined/)
  expect(await judgeProof(/NORDOST .*/.exec(text.replaceAll('\r', ''))?.[0] ?? '')).toBe('holds')
})

test('who leaves an address that has had too much mail is taken all the same, and told to leave it later', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  const bells: unknown[] = []
  for (let time = 0; time < 4; time++) {
    const formToken = await formTokenOfOurs()
    const fields = { category: 'lighting', body: 'Lampan är trasig.', areaCode: '606', contactEmail: email, formToken }
    const visit = { params: { lang: 'sv', kind: 'concern' }, address: `203.0.113.${200 + time}`, fields }
    const sent = await post(form, '/sv/submit/concern', visit)
    expect(sent.status).toBe(303)
    // Posted twice it counts once.
    await post(form, '/sv/submit/concern', visit)
    const page = await get(received, '/sv/submit/received', { cookie: cookieFrom(sent) })
    const { code, bell } = keptOf(page.data)
    bells.push([bell, await findBellUnderCode(await hashOfCode(code))])
  }
  const waits = { email, confirmed: false }
  expect(bells).toEqual([...Array.from({ length: 3 }, () => ['asked', waits]), ['later', undefined]])
})

test('the file is there only while the receipt is, and never by its address', async () => {
  const gone = await post(file, '/sv/submit/received/file')
  expect([gone.status, gone.headers.get('Location')]).toEqual([303, '/sv/submit/received'])
  const { code, ref } = await makeSubmission()
  const looked = await get(file, '/sv/submit/received/file', { cookie: await cookieOf({ code, ref }) })
  expect([looked.status, looked.headers.get('Location')]).toEqual([302, '/sv/submit/received'])
})
