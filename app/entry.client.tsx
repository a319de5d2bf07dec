import { RemixBrowser } from '@remix-run/react'
import { createInstance } from 'i18next'
import { startTransition, useEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { i18nextOptions } from './i18n/options.ts'
import { RenderingProvider } from './ui/rendering.tsx'

const kept = document.getElementById('texts')
const errorId = document.querySelector('meta[name="error-id"]')?.getAttribute('content') ?? ''
const language = document.documentElement.lang
const words = createInstance()
const resources = { [language]: JSON.parse(kept?.textContent ?? '{}') }

/**
 * Remix begins to read the page's data in its first rendering, and until they are read its root is suspended: who taps in
 * that moment makes React give up ("root did not complete"). So the reading is begun, and waited for, before.
 */
async function dataRead(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}

/**
 * When React takes a page over it puts a text field back to what it was drawn with, unless its markup says otherwise: so
 * what somebody has typed before is written there, and what she types meanwhile.
 */
function keepTyped(field: EventTarget | null): void {
  if (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) field.defaultValue = field.value
}
const keepOn = ({ target }: Event) => keepTyped(target)
document.addEventListener('input', keepOn, { capture: true })

/** From when React has the page, it minds the fields itself. */
function TakenOver({ children }: { children: React.ReactNode }) {
  useEffect(() => document.removeEventListener('input', keepOn, { capture: true }), [])
  return children
}

const wordsRead = words.init({ ...i18nextOptions, lng: language, resources, initAsync: false })
void Promise.all([wordsRead, dataRead()]).then(() =>
  startTransition(() => {
    document.querySelectorAll('textarea').forEach(keepTyped)
    hydrateRoot(
      document,
      <RenderingProvider value={{ errorId }}>
        <I18nextProvider i18n={words}>
          <TakenOver>
            <RemixBrowser />
          </TakenOver>
        </I18nextProvider>
      </RenderingProvider>,
    )
  }),
)
