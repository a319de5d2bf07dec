import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { speaking, words } from '#app/i18n/catalogues.server.ts'
import { PlannedAnswer } from '#app/ui/staff/planned-answer.tsx'

test.each(['public', 'resident'] as const)(
  'who approves an answer reads every language of it, each in its direction, and to whom it goes: %s',
  (audience) => {
    const texts = [
      { lang: 'sv', name: 'Svenska', text: 'Vi byter den.' },
      { lang: 'ar', name: 'العربية', text: 'سنستبدلها.' },
    ]
    const shown = renderToStaticMarkup(
      <I18nextProvider i18n={speaking('sv')}>
        <PlannedAnswer answer={{ audience, texts }} />
      </I18nextProvider>,
    )
    expect(shown).toContain(words('sv')(`staff:answer.audience.${audience}`))
    expect(shown).toMatch(/<p lang="sv" dir="ltr"[^>]*>Vi byter den\.<\/p>/)
    expect(shown).toMatch(/<p lang="ar" dir="rtl"[^>]*>سنستبدلها\.<\/p>/)
  },
)
