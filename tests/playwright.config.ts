import { defineConfig, type PlaywrightTestOptions, type Project } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import type { Visit } from './support/browser.ts'
import { launchOptions } from './support/chromium.ts'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 800 }

const specs = (...flows: string[]) => flows.map((flow) => `**/${flow}.spec.ts`)
/** What is looked at in every way to visit: how each page is drawn. */
const drawn = specs('pages', 'public')
/** What staff do, in Swedish; the words of the back office are held by the catalogues' own tests. */
const staffs = specs(
  ...['abuse', 'accounts', 'on-behalf', 'questions', 'records', 'staff', 'staff-language', 'tips-desk'],
  ...['alarm', 'answering', 'child-report', 'hand-over', 'insights', 'keyboard', 'live', 'merge', 'public-photos'],
  ...['promise', 'queue', 'redaction', 'rules'],
)

/** One way to visit: a language, a width, with script or without. */
function visit(lang: Visit['lang'], script: boolean, viewport: typeof phone): Project<PlaywrightTestOptions & Visit> {
  const name = `${lang} ${viewport.width} ${script ? 'script' : 'plain'}`
  // A wide page differs from a narrow one in how it is drawn: once through all that is drawn differently there.
  const wide = [...drawn, ...staffs, ...specs('journey', 'dialogues', 'submit', 'follow', 'receipt', 'tip')]
  const narrow = viewport === phone
  const atDesk = lang === 'sv' && script ? wide : drawn
  return {
    name,
    ...(viewport === desk ? { testMatch: atDesk } : lang === 'sv' ? {} : { testIgnore: staffs }),
    // Narrow is a phone: it is touched, and its browser lays pages out as phones do.
    use: { lang, script, javaScriptEnabled: script, viewport, locale: lang, hasTouch: narrow, isMobile: narrow },
    // A test marked @once is tried one way only, @script only with script, @plain only without.
    grepInvert: [...(name === 'sv 390 script' ? [] : [/@once/]), script ? /@plain/ : /@script/],
  }
}

/** What a resident does on her phone. */
const onThePhone = specs('submit', 'place', 'known', 'photos', 'receipt', 'follow', 'tip')

export default defineConfig<PlaywrightTestOptions & Visit>({
  testDir: folder('e2e'),
  outputDir: folder('../test-results/browser'),
  globalSetup: folder('support/server.setup.ts'),
  projects: [
    ...(['sv', 'ar'] as const).flatMap((lang) =>
      [true, false].flatMap((script) => [phone, desk].map((viewport) => visit(lang, script, viewport))),
    ),
    // In Somali too, with script and without.
    ...[true, false].map((script) => ({ ...visit('so', script, phone), testMatch: onThePhone })),
  ],
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  // What is tried again ends before its test does, so that the report says what was waited for.
  expect: { timeout: 10_000, toPass: { timeout: 40_000 } },
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    launchOptions,
    timezoneId: 'Europe/Stockholm',
    acceptDownloads: true,
    actionTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
