import { and, eq } from 'drizzle-orm'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { publicTexts, responses } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { publish } from '#app/domain/submissions/publish.server.ts'
import { withdrawAnswer } from '#app/domain/submissions/withdraw-answer.server.ts'
import { withdrawPublicText } from '#app/domain/submissions/withdraw-public-text.server.ts'
import { markOf, writePublicText } from '#app/domain/submissions/write-public-text.server.ts'
import { speaking, words } from '#app/i18n/catalogues.server.ts'
import { formatDay, stockholmDay } from '#app/i18n/format.server.ts'
import * as submission from '#app/routes/$lang.submissions.$ref.tsx'
import { Answer } from '#app/ui/submissions/answer.tsx'
import { Voice } from '#app/ui/submissions/voice.tsx'
import { get } from '../support/call-route.ts'
import { makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const secret = { text: 'Grannen i blå porten har slagit sönder den.', answer: 'Vi har talat med den i blå porten.' }
const firstOn = '2026-03-02'
let coordinator: Staff, ref: string

function mustBeDone(result: object): void {
  if ('refused' in result) throw new Error(String(result.refused))
}

const write = async (body: string) => {
  const seen = markOf((await findForStaff(coordinator, ref))!)
  const text = { title: { sv: 'En lampa', en: 'A lamp' }, body: { sv: body, en: `In English: ${body}` } }
  mustBeDone(await writePublicText(coordinator, ref, { ...text, seen }))
}

/** A case whose public text and answer were each written three times: on a day in March, then twice today, of which one is withdrawn. */
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  const made = await makeSubmission({ status: 'in_progress' })
  ref = made.ref
  await write('Lampan är trasig.')
  mustBeDone(await publish(coordinator, ref))
  await write(secret.text)
  await write('Två lampor är trasiga.')
  const answers = ['Vi tittar på det.', secret.answer, 'Lamporna är bytta.']
  for (const [after, sv] of answers.entries())
    mustBeDone(await answer(coordinator, ref, { body: { sv, en: `In English: ${sv}` }, audience: 'public', after }))
  const why = { version: 2, ground: 'privacy', reason: 'Grannens namn stod där.' } as const
  mustBeDone(await withdrawPublicText(coordinator, ref, why))
  mustBeDone(await withdrawAnswer(coordinator, ref, why))
  const long = new Date(`${firstOn}T12:00:00Z`)
  await as({ as: 'seed' }, async (tx) => {
    const [texts, given] = [publicTexts, responses]
    await tx
      .update(texts)
      .set({ shownAt: long })
      .where(and(eq(texts.submissionId, made.id), eq(texts.version, 1)))
    await tx
      .update(given)
      .set({ givenAt: long })
      .where(and(eq(given.submissionId, made.id), eq(given.version, 1)))
  })
})

type Shown = Parameters<typeof Answer>[0] & Pick<Parameters<typeof Voice>[0], 'voice'>

test.each(['sv', 'en', 'ar', 'so'] as const)(
  'everybody reads in %s what was said before, with its day, and of what was withdrawn that it was and why, never the text',
  async (language) => {
    const { status, data } = await get(submission, `/${language}/submissions/${ref}`, {
      params: { lang: language, ref },
    })
    expect(status).toBe(200)
    for (const hidden of ['blå porten', 'Grannens namn', coordinator.name])
      expect(JSON.stringify(data)).not.toContain(hidden)
    const { voice, answer: given } = data as Shown
    const drawn = (part: React.ReactNode) =>
      renderToStaticMarkup(<I18nextProvider i18n={speaking(language)}>{part}</I18nextProvider>)
    const t = words(language)
    const [first, today] = [formatDay(language, firstOn), formatDay(language, stockholmDay(new Date()))]
    const inWords = (sv: string) => (language === 'en' ? `In English: ${sv}` : sv)

    const said = drawn(<Voice voice={voice} language={language} />)
    const ownOrder = (page: string, ...parts: string[]) => {
      const places = parts.map((part) => page.indexOf(part))
      expect(places, parts.join(' | ')).toEqual(places.toSorted((one, other) => one - other))
      expect(places).not.toContain(-1)
    }
    const withdrawn = t('submissions:answer.withdrawn', { date: today })
    ownOrder(
      said,
      ...[inWords('Två lampor är trasiga.'), t('submissions:texts.history'), withdrawn],
      ...[inWords('Lampan är trasig.'), t('submissions:texts.shown', { date: first })],
      `>${t('submissions:answer.changed', { date: today })}<`,
    )
    ownOrder(
      drawn(<Answer answer={given} />),
      ...[inWords('Lamporna är bytta.'), t('submissions:answer.given', { date: today })],
      ...[t('submissions:answer.history'), withdrawn],
      ...[inWords('Vi tittar på det.'), t('submissions:answer.given', { date: first })],
    )
  },
)

test('that a text was withdrawn is told with the grounds on which a text can be', () => {
  const withdrawn = (language: 'sv' | 'en') => words(language)('submissions:answer.withdrawn', { date: 'x' })
  expect(withdrawn('sv')).toMatch(/sekretess eller personlig integritet/)
  expect(withdrawn('en')).toMatch(/secrecy or privacy/)
})
