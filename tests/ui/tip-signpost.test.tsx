import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { speaking, words } from '#app/i18n/catalogues.server.ts'
import { TipSignpost } from '#app/ui/submit/tip-signpost.tsx'

const page = (language: 'sv' | 'en' | 'ar' | 'so', unsent: string | undefined) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={speaking(language)}>
      <TipSignpost language={language} title="Tips" unsent={unsent} />
    </I18nextProvider>,
  )

test.each(['sv', 'en', 'ar', 'so'] as const)(
  'in %s a tip that was not taken stands on the signpost as it was typed, beside the number to call',
  (language) => {
    const t = words(language)
    const shown = page(language, 'Det jag skrev\n<b>Zebrafisken</b>')
    expect(shown).toMatch(/<textarea[^>]* dir="auto"[^>]*>Det jag skrev\n&lt;b&gt;Zebrafisken&lt;\/b&gt;<\/textarea>/)
    expect(shown).toMatch(/<textarea[^>]* readOnly=""/i)
    for (const key of ['errors:field.tips-closed', 'submit:tip.unsent', 'submit:tip.unsentHint'])
      expect(shown).toContain(t(key))
    expect(shown).toContain('href="tel:11414"')
    expect(shown).not.toContain('<form')
  },
)

test('who comes to the signpost without having written anything is told of nothing that was not sent', () => {
  expect(page('sv', undefined)).not.toMatch(/textarea|role="alert"/)
  expect(page('sv', '')).not.toContain('textarea')
  expect(page('sv', '')).toContain('role="alert"')
})
