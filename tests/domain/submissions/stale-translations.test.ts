import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { findPublished } from '#app/domain/submissions/published.server.ts'
import { asOneText, staleTranslations } from '#app/domain/submissions/stale-translations.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { markOf, writePublicText } from '#app/domain/submissions/write-public-text.server.ts'
import { tellTranslated } from '#app/http/tell-translated.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
})

test('a translation that stands while the Swedish changes is older, until it is written anew or said to be right', () => {
  const first = { text: { sv: 'Ett', en: 'One', ar: 'واحد' }, staleIn: [] }
  expect(staleTranslations(undefined, first.text)).toEqual([])
  expect(staleTranslations(first, { sv: 'Två', en: 'One', ar: 'اثنان' })).toEqual(['en'])
  expect(staleTranslations(first, { sv: 'Två', en: 'One' }, ['en'])).toEqual([])
  const second = { text: { sv: 'Två', en: 'One' }, staleIn: ['en'] }
  expect(staleTranslations(second, { sv: 'Två', en: 'One' })).toEqual(['en'])
  expect(staleTranslations(second, { sv: 'Två', en: 'Two', so: 'Laba' })).toEqual([])
  const [title, body] = [
    { sv: 'Rubrik', en: 'Title' },
    { sv: 'Ett', en: 'One' },
  ]
  const before = { text: asOneText(title, body), staleIn: [] }
  expect(staleTranslations(before, asOneText({ ...title, sv: 'Ny rubrik' }, body))).toEqual(['en'])
})

test('whatever is written, no language that differs from before is older, and none is while the Swedish stands', () => {
  const words = fc.constantFrom('a', 'b', 'c')
  const text = fc.record({ sv: words, en: words, ar: words }, { requiredKeys: ['sv'] })
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (versions) => {
      let before = { text: versions[0]!, staleIn: [] as string[] }
      for (const now of versions.slice(1)) {
        const staleIn = staleTranslations(before, now)
        for (const tag of staleIn as ('en' | 'ar')[]) expect(now[tag]).toBe(before.text[tag])
        if (now.sv === before.text.sv) expect(before.staleIn).toEqual(expect.arrayContaining(staleIn))
        before = { text: now, staleIn }
      }
    }),
    { seed: 5, numRuns: 200 },
  )
})

test('the resident and the public are told that the Swedish answer is newer, and read it', async () => {
  const { ref, hash } = await makeSubmission({
    ...{ status: 'in_progress', language: 'en', published: { title: 'Lampa', body: 'Trasig.' } },
  })
  const body = { sv: 'Vi byter den i mars.', en: 'We change it in March.' }
  await answer(coordinator, ref, { body, audience: 'public', after: 0 })
  await answer(coordinator, ref, { body: { ...body, sv: 'Vi byter den i maj.' }, audience: 'public', after: 1 })
  const [newest, first] = (await findPublished(ref))!.versions
  expect(tellTranslated('en', newest!.body!, newest!.staleIn)).toEqual({
    ...{ text: 'We change it in March.', lang: 'en', swedish: { text: 'Vi byter den i maj.', lang: 'sv' } },
  })
  expect(tellTranslated('en', first!.body!, first!.staleIn)).toEqual({ text: 'We change it in March.', lang: 'en' })
  expect(tellTranslated('sv', newest!.body!, newest!.staleIn)).toEqual({ text: 'Vi byter den i maj.', lang: 'sv' })
  expect((await threadUnderCode(hash))?.responses.map(({ staleIn }) => staleIn)).toEqual([['en'], []])
  const again = { body: { ...body, sv: 'Vi byter den i maj.' }, audience: 'public' as const, after: 2 }
  await answer(coordinator, ref, { ...again, confirmed: ['en'] })
  expect((await findPublished(ref))?.versions[0]?.staleIn).toEqual([])
})

test('so is the public text, also when the Swedish changed before it was shown', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress', published: { title: 'Lampa', body: 'Trasig.' } })
  const write = async (sv: string, confirmed: string[] = []) => {
    const seen = markOf((await findForStaff(coordinator, ref))!)
    const [title, body] = [
      { sv: 'Lampa', en: 'Lamp' },
      { sv, en: 'Broken' },
    ]
    await writePublicText(coordinator, ref, { title, body, seen, confirmed })
    const { submission, texts } = (await findPublished(ref))!
    return [submission.staleIn, texts[0]!.staleIn, texts.length]
  }
  expect(await write('Den är trasig.')).toEqual([[], [], 2])
  expect(await write('De är trasiga.')).toEqual([['en'], ['en'], 3])
  expect(await write('De är trasiga.', ['en'])).toEqual([[], [], 3])
})
