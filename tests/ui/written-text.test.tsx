import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { speaking } from '#app/i18n/catalogues.server.ts'
import type { CaseEvent } from '#app/ui/follow/case-event.ts'
import { CaseEvents } from '#app/ui/follow/case-events.tsx'
import { Summary } from '#app/ui/submit/summary.tsx'
import { WrittenText } from '#app/ui/written-text.tsx'

const drawn = (page: React.ReactElement) =>
  renderToStaticMarkup(createElement(I18nextProvider, { i18n: speaking('sv') }, page))

/** What stands in each element that finds its own direction. */
const ownDirections = (html: string) => [...html.matchAll(/dir="auto"[^>]*>([^<]*)</g)].map(([, text]) => text)

const both = 'Lampan är trasig.\nDet är mörkt.\n\nالمصباح مكسور.'
const paragraphs = ['Lampan är trasig.\nDet är mörkt.', 'المصباح مكسور.']

test.each([both, both.replaceAll('\n', '\r\n'), both.replace('\n\n', '\n \n\n')])(
  'each paragraph has its own direction, however its lines end: %#',
  (text) => {
    const found = ownDirections(drawn(<WrittenText text={text} />))
    expect(found.map((paragraph) => paragraph?.replaceAll('\r\n', '\n'))).toEqual(paragraphs)
  },
)

test('on the follow page each paragraph of what was said, answered and explained has its own direction', () => {
  const when = { day: '23 november 2026', time: '10:00' }
  const question = { text: 'Vad har hänt?', lang: 'sv' }
  const answers = [{ key: 'x', question, answer: { text: both, lang: '' } }]
  const events: CaseEvent[] = [
    { kind: 'said', body: both, answers, photos: [], ...when },
    { kind: 'told', body: both, signedAs: question, ...when },
    { kind: 'moved', label: 'Skickat vidare', reason: both, ...when },
  ]
  const found = ownDirections(drawn(<CaseEvents events={events} />))
  expect(found).toEqual([...paragraphs, ...paragraphs, ...paragraphs, ...paragraphs])
})

test('a single line stands where the lines of the page begin, whichever way it is read', () => {
  const line = { key: 'placeNote', step: 'place', label: 'وصف المكان', text: 'Bakom skolan', lang: '' } as const
  expect(drawn(<Summary lines={[line]} />)).toMatch(/<dd[^>]*><bdi[^>]*>Bakom skolan</)
})

test('so has what a resident looks through before she sends it', () => {
  const line = { key: 'body', step: 'body', label: 'Din text', text: both, lang: '' } as const
  expect(ownDirections(drawn(<Summary lines={[line]} />))).toEqual(paragraphs)
})
