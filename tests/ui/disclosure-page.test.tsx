import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { speaking, words } from '#app/i18n/catalogues.server.ts'
import { DisclosurePage } from '#app/ui/records/disclosure-page.tsx'

const t = words('sv')
const photo = { id: 'p', src: '/p', width: 4, height: 3 }
const internal = { ...photo, mark: 'p-internal', ground: null }
const withheld = { ...photo, mark: 'p-withheld', ground: 'privacy' as const }
const chosen = { mask: [], leaveOut: [], words: '', seen: 'p-internal' }

const shown = (one: typeof internal | typeof withheld, posted: boolean) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={speaking('sv')}>
      <DisclosurePage
        {...{ of: 'x', title: 'x', secrecy: [], form: { parts: [], photos: [one], seen: one.mark } }}
        reply={posted ? { errors: {}, chosen } : undefined}
      />
    </I18nextProvider>,
  )
const leftOut = /<input[^>]*name="leaveOut"[^>]*checked=""/

test('a photo that is withheld says so with its ground, and is left out until that is chosen otherwise', () => {
  expect(shown(withheld, false)).toMatch(leftOut)
  expect(shown(withheld, false)).toContain(t('photo-editor:withhold.grounds.privacy'))
  expect(shown(internal, false)).not.toContain(t('photo-editor:mark.withheld'))
})

test('a photo that was chosen to go along and withheld meanwhile is left out again; one that was not stays chosen', () => {
  expect(shown(withheld, true)).toMatch(leftOut)
  expect(shown(withheld, true)).toContain(t('photo-editor:mark.withheld'))
  expect(shown(internal, true)).not.toMatch(leftOut)
})
