import { expect, test } from 'vitest'
import { as, everyone } from '#db/client.server.ts'
import { likenessOfPublic } from '#app/domain/submissions/likeness-of-public.server.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const publishedAs = async (title: string) =>
  (await makeSubmission({ status: 'in_progress', published: { title, body: '' } })).id

const between = (ids: string[], text: string) => as(everyone, (tx) => likenessOfPublic(tx, ids, text))

test.each([
  ['Bilar', 'bilen', 'Bilda'],
  ['Älgarna', 'ÄLGEN', 'Älgört'],
])('in Swedish a word counts as the same in its other forms: %s and %s', async (title, text, otherTitle) => {
  const [same, other] = [await publishedAs(title), await publishedAs(otherTitle)]
  const found = await between([same, other], text)
  expect(found.get(same)).toBeGreaterThan(found.get(other)! + 0.1)
})

test('the same text is as like as can be, and another is not', async () => {
  const text = 'Lampan vid gångvägen mot spårvagnen är trasig'
  const [same, other] = [await publishedAs(text), await publishedAs('Häcken växer över trottoaren')]
  const found = await between([same, other], text)
  expect(found.get(same)).toBeCloseTo(1)
  expect(found.get(other)).toBeLessThan(0.15)
})

test('what is not published in the language of a text is not compared with it', async () => {
  const id = await publishedAs('Trasig lampa')
  expect((await between([id], 'المصباح عند الممر مكسور منذ يوم الاثنين')).size).toBe(0)
  expect((await between([id], 'ഇരുട്ട്')).size).toBe(0)
  expect((await between([id], '\u{1F642}')).get(id)).toBe(0)
})
