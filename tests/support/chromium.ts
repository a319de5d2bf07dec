import { existsSync } from 'node:fs'

/** The system's own browser, best the one that draws no window; else the one that Playwright has fetched. */
const systemBrowser = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => existsSync(path),
)

/** How the tests start the browser: without its own traffic to the net, and without a sandbox where root runs it. */
export const launchOptions = {
  ...(systemBrowser ? { executablePath: systemBrowser } : {}),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ],
}
