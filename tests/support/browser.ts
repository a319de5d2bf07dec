import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, type BrowserContext, type Cookie, type Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import type { Role } from '#db/schema/staff.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { checkPage } from './check-page.ts'
import { watch } from './watch.ts'

/** How a project of the configuration visits the portal. */
export type Visit = {
  /** The language of the resident's pages. */
  lang: Language
  /** Whether the browser runs script. */
  script: boolean
}

export type Account = { role: Role; email: string; password: string; tipsPassphrase?: string }

type Fixtures = {
  /** The words of the catalogue in the resident's language: `t('submit:body.label')`. */
  t: TFunction
  /** The words of the catalogue in Swedish, which the staff's pages are shown in. */
  staffT: TFunction
  /** The trial accounts of the staff. */
  accounts: Account[]
  /** A page of another visitor: a browser of its own, from another address, watched like `page`. */
  anotherVisitor: () => Promise<Page>
  /**
   * A page on which someone with the role has signed in. The session is shared by all tests of the run, since sign-in
   * is limited: a test that signs out must sign in by itself, with `signIn`.
   */
  asStaff: (role: Role) => Promise<Page>
  /** Holds a page to what every page must be: see check-page.ts. */
  checkPage: (page: Page) => Promise<void>
}

const portalUrl = () => process.env.PORTAL_URL ?? ''

/** An address of a network that nobody else has, so that no test meets another's limits. */
const newAddress = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`

const accountsOfTrial = (): Account[] =>
  JSON.parse(readFileSync(join(process.env.PORTAL_DATA_DIR ?? '', 'trial-accounts.json'), 'utf8'))

/**
 * Playwright's `test`, for the portal: pages are watched, and a console error, an exception, a broken rule of the
 * content security policy, a failed file or a request to anyone else than the portal fails the test.
 */
export const test = base.extend<Visit & Fixtures>({
  lang: ['sv', { option: true }],
  script: [true, { option: true }],
  baseURL: async ({}, use) => use(portalUrl()),
  extraHTTPHeaders: async ({}, use) => use({ 'X-Forwarded-For': newAddress() }),
  t: async ({ lang }, use) => use(words(lang)),
  staffT: async ({}, use) => use(words('sv')),
  accounts: async ({}, use) => use(accountsOfTrial()),
  page: async ({ page }, use) => {
    const watched = watch(page, portalUrl())
    await use(page)
    watched.mustBeClean()
  },
  anotherVisitor: async ({ browser, contextOptions, viewport, hasTouch, isMobile, script, locale }, use) => {
    const opened: { context: BrowserContext; watched: ReturnType<typeof watch> }[] = []
    await use(async () => {
      const context = await browser.newContext({
        ...contextOptions,
        ...{ baseURL: portalUrl(), viewport, javaScriptEnabled: script, timezoneId: 'Europe/Stockholm' },
        ...{ hasTouch, isMobile },
        ...(locale ? { locale } : {}),
        extraHTTPHeaders: { 'X-Forwarded-For': newAddress() },
      })
      const page = await context.newPage()
      opened.push({ context, watched: watch(page, portalUrl()) })
      return page
    })
    for (const { context } of opened) await context.close()
    for (const { watched } of opened) watched.mustBeClean()
  },
  asStaff: async ({ anotherVisitor, accounts }, use) => {
    await use(async (role) => {
      const account = accounts.find((known) => known.role === role)
      if (!account) throw new Error(`there is no trial account for ${role}`)
      const page = await anotherVisitor()
      await page.context().addCookies(await sessionOf(page, account))
      return page
    })
  },
  checkPage: async ({ script }, use, testInfo) => use((page) => checkPage(page, { script, testInfo })),
})

/** The cookies of a session that the run keeps for the account; the first test that asks signs in. */
async function sessionOf(page: Page, account: Account): Promise<Cookie[]> {
  const file = join(process.env.PORTAL_DATA_DIR ?? '', `session-${account.email}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  await signIn(page, account)
  const cookies = await page.context().cookies()
  // In one step, since two may come first at once, and a third reads meanwhile.
  const whole = `${file}.${process.pid}`
  writeFileSync(whole, JSON.stringify(cookies))
  renameSync(whole, file)
  return cookies
}

/** Signs in with the fields of the sign-in form, without looking at the page. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  const answer = await page.request.post('/staff/sign-in', { form: { email, password }, maxRedirects: 0 })
  if (answer.status() !== 302) throw new Error(`signing in as ${email} answered ${answer.status()}`)
}

export { expect } from '@playwright/test'
