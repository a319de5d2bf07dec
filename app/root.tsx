import type { LinksFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, useMatches, useRouteLoaderData } from '@remix-run/react'
import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isLanguage, languages } from './i18n/languages.ts'
import { settings } from './settings.server.ts'
import { useRendering } from './ui/rendering.tsx'
import { BareErrorPage } from './ui/shell/bare-error-page.tsx'
import styles from './ui/styles.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

/**
 * What a route may say of itself: that it runs in the browser too, and which nouns' texts it needs there; that its page
 * may be kept for everybody, and which query parameters it depends on.
 */
export type Handle = { hydrate?: boolean; texts?: readonly string[]; kept?: readonly string[] }

export const loader = () => ({ trial: settings().mode === 'trial' })

/** It never changes while the portal runs. */
export const shouldRevalidate = () => false

export function Layout({ children }: { children: React.ReactNode }) {
  const { i18n } = useTranslation()
  const { nonce, errorId } = useRendering()
  const language = isLanguage(i18n.language) ? i18n.language : 'sv'
  const matches = useMatches()
  const handles = matches.map((match) => match.handle as Handle | undefined)
  const hydrated = handles.some((handle) => handle?.hydrate) && !matches.some(({ data }) => isPlain(data))
  return (
    <html lang={language} dir={languages[language].dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {errorId && <meta name="error-id" content={errorId} />}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrated && <BrowserTexts nouns={handles.flatMap((handle) => handle?.texts ?? [])} />}
        {hydrated && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

/** Catalogues do not change while the portal runs: what pages send of them is written once. */
const textsWritten = new Map<string, string>()

function writeTexts(i18n: i18n, nouns: string[]): string {
  const needed = ['common', 'errors', ...nouns].map((noun) => [noun, i18n.getResourceBundle(i18n.language, noun)])
  return JSON.stringify(Object.fromEntries(needed)).replaceAll('<', '\\u003c')
}
/** A page that runs in the browser only at times says with its data (`plain: true`) when it does not. */
const isPlain = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'plain' in data && data.plain === true

/** The words that the page needs in the browser, as data that is not run. */
function BrowserTexts({ nouns }: { nouns: string[] }) {
  const { i18n } = useTranslation()
  const name = [i18n.language, ...nouns].join(' ')
  const json = textsWritten.get(name) ?? writeTexts(i18n, nouns)
  textsWritten.set(name, json)
  return <script id="texts" type="application/json" dangerouslySetInnerHTML={{ __html: json }} />
}

export default function Page() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <BareErrorPage trial={useRouteLoaderData<typeof loader>('root')?.trial ?? false} />
}
