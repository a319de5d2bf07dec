import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { formSteps } from '#app/domain/submissions/form-steps.ts'
import { shownQuestions } from '#app/domain/submissions/shown-questions.ts'
import { speaking } from '#app/i18n/catalogues.server.ts'
import { submitFormParts, tellStep } from '#app/http/submit-form.server.ts'
import { submitReply } from '#app/http/submit-reply.server.ts'
import { CaseEvents } from '#app/ui/follow/case-events.tsx'
import { CodeForm } from '#app/ui/follow/code-form.tsx'
import { ReplyForm } from '#app/ui/follow/reply-form.tsx'
import { SubmitForm } from '#app/ui/submit/submit-form.tsx'

const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`
const drawn = (page: React.ReactElement) =>
  renderToStaticMarkup(createElement(I18nextProvider, { i18n: speaking('sv') }, page))

/** Typed text may be in the page as text, but nothing of it ends an attribute or begins an element. */
function expectHarmless(html: string): void {
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toMatch(/<script|<img|onerror='/i)
}

test('HTML and script typed into any field of the form come back as text', async () => {
  const parts = await submitFormParts('sv', 'concern')
  const progress = tellStep('sv', 'category')
  const names = ['category', 'body', 'lat', 'lon', 'place', 'areaCode', 'placeNote', 'contactEmail', 'language', 'x']
  for (const name of names) {
    for (const step of [undefined, ...formSteps]) {
      const values = { body: hostile, [name]: hostile }
      const reply = await submitReply('sv', { values, errors: { [name]: 'missing' } }, step)
      const form = { kind: 'concern', language: 'sv', parts, progress, shownQuestions } as const
      expectHarmless(drawn(<SubmitForm {...form} shown={{ ...reply, fresh: false }} />))
    }
  }
})

test('HTML and script in a code or a reply come back as text', () => {
  const shared = { formToken: 'token', errors: {} }
  const kept = { message: hostile, photos: 0 }
  expectHarmless(drawn(<CodeForm {...{ ...shared, kept }} code={hostile} wait={undefined} action="/sv/follow" />))
  const reply = { ...shared, message: hostile, tooLong: undefined, waiting: [], refusedName: hostile }
  expectHarmless(drawn(<ReplyForm {...{ reply }} language="sv" limit="5 000" sent={false} />))
})

test('HTML and script in a thread are shown as text, each text in its own direction', () => {
  const when = { day: '23 november 2026', time: '10:00' }
  const text = { text: hostile, lang: 'sv' }
  const answer = { key: 'lamp', question: text, answer: { text: hostile, lang: '' } }
  const html = drawn(
    <CaseEvents
      events={[
        { kind: 'said', body: hostile, answers: [answer], photos: [], ...when },
        { kind: 'told', body: hostile, signedAs: text, ...when },
        { kind: 'answered', body: text, signedAs: text, changed: true, audience: 'public', ...when },
        { kind: 'moved', label: 'Skickat vidare', reason: hostile, ...when },
      ]}
    />,
  )
  expectHarmless(html)
  expect(html.match(/dir="auto"/g)).toHaveLength(4)
})
