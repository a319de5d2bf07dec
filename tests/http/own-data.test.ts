import { expect, test } from 'vitest'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { loader } from '#app/routes/$lang.follow_.data.ts'
import { follow } from '#app/domain/followers/follow.server.ts'
import { followCookie } from '#app/http/sealed-cookies.server.ts'
import { as } from '#db/client.server.ts'
import { addToTipThread } from '#app/domain/tips/add-to-tip-thread.server.ts'
import { formTokenOfOurs } from '../support/form-token.ts'
import { makeHolders, setTips } from '../support/make-holders.ts'
import { keyByHolder, makeTip } from '../support/told-tip.ts'
import { makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { note } from '#app/domain/submissions/note.server.ts'

async function ask(lang: string, kind: string, hash?: string, code = 'not needed'): Promise<Response> {
  const cookie = hash ? (await followCookie.keep({ code, hash })).split(';')[0]! : ''
  const request = new Request(`http://localhost:3000/${lang}/follow/data?as=${kind}`, { headers: { Cookie: cookie } })
  return loader({ request, params: { lang }, context: { address: '192.0.2.1' } })
}

test('a resident takes along all that is stored about her case, and nothing of what staff note', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  const { ref, hash } = await makeSubmission({
    ...{ category: 'lighting', body: 'Lampan <i>vid</i> gången', contactEmail: email },
    ...{ lat: 57.7803, lon: 12.0358, placeNote: 'Bakom skolan' },
  })
  await note(await makeStaff('coordinator'), ref, 'En intern anteckning')
  const answer = await ask('sv', 'json', hash)
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="data.json"')
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({
    submission: { ref, body: 'Lampan <i>vid</i> gången', lat: 57.7803, lon: 12.0358, placeNote: 'Bakom skolan' },
    address: { email },
    messages: [],
    photos: [],
  })
  expect(text).not.toMatch(/intern anteckning|codeHash|assigneeId/)

  const html = await (await ask('ar', 'html', hash)).text()
  expect(html).toContain('<html lang="ar" dir="rtl">')
  for (const told of [ref, 'Lampan &lt;i&gt;vid&lt;/i&gt; gången', email, 'Bakom skolan', '57.7803, 12.0358'])
    expect(html).toContain(told)
  expect(html).not.toContain('intern anteckning')
})

test('who follows somebody else’s case gets her own address, and nothing of the case', async () => {
  const shown = { title: 'En lampa', body: 'Vi lagar den' }
  const { ref } = await makeSubmission({ category: 'lighting', body: 'Hemlig text', published: shown })
  const contactEmail = `${crypto.randomUUID()}@example.com`
  const formToken = await formTokenOfOurs()
  const followed = await follow({ ref, formToken, language: 'sv', contactEmail })
  const code = 'code' in followed ? followed.code : ''
  const text = await (await ask('sv', 'json', await hashOfCode(code))).text()
  expect(JSON.parse(text)).toMatchObject({ followedSince: expect.any(String), address: { email: contactEmail } })
  expect(text).not.toMatch(/Hemlig text|Vi lagar den/)
})

test('of what is sealed its code gives what staff wrote and the days, never the word or what she wrote herself', async () => {
  const { tipsKey } = await makeHolders()
  await setTips('open')
  const { ref, code, hash, id } = await makeTip({ body: 'Zebrafisken såg allt.', placeNote: 'Bakom kiosken' })
  await setTips('signpost')
  const own = { tipId: id, key: await keyByHolder(ref, tipsKey) }
  const say = (sender: 'resident' | 'staff', body: string) =>
    as({ as: 'seed' }, (tx) =>
      addToTipThread(tx, own, { sender, content: { body }, formTokenHash: crypto.randomUUID() }),
    )
  await say('resident', 'Min egen fråga.')
  await say('staff', 'Tack. Vi har läst det.')
  const [json, html] = await Promise.all(
    ['json', 'html'].map(async (kind) => {
      const answer = await ask('sv', kind, hash, code)
      expect([answer.status, answer.headers.get('Content-Disposition')]).toEqual([
        200,
        `attachment; filename="data.${kind}"`,
      ])
      return answer.text()
    }),
  )
  expect(JSON.parse(json!)).toMatchObject({
    ...{ ref, status: 'received', openedOn: null, receivedOn: expect.any(String) },
    messages: [
      { sender: 'resident', sentOn: expect.any(String) },
      { sender: 'staff', body: 'Tack. Vi har läst det.', sentAt: expect.any(String) },
    ],
  })
  for (const part of [ref, 'Tack. Vi har läst det.', 'Du skrev till oss', 'Mottaget', '114 14'])
    expect(html).toContain(part)
  expect(`${json}${html}`).not.toMatch(/tips?\b|zebrafisken|kiosken|min egen|hammarkullen|606|drugs|narkotika/i)
})

test('without a code there is nothing, and the page that asks for one is shown', async () => {
  for (const [kind, hash] of [
    ['json', undefined],
    ['html', undefined],
    ['json', 'nobody'],
    ['html', 'nobody'],
  ] as const) {
    const answer = await ask('so', kind, hash)
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/so/follow'])
  }
})
