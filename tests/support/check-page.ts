import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Browser, type BrowserContext, type Page, type TestInfo } from '@playwright/test'
import { isLanguage, languageOfPath, languages } from '#app/i18n/languages.ts'
import { readingLevel, wordsIn } from './reading-level.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** A folder for a picture of every page visited, when one is asked for. */
const screenshots = process.env.SCREENSHOTS

type Circumstances = { script: boolean; testInfo: TestInfo }

/**
 * What every page must be, at the width it is shown: without a fault that axe can find, without sideways scrolling,
 * with one main heading, a title, and the language and direction of its address.
 */
export async function checkPage(page: Page, { script, testInfo }: Circumstances): Promise<void> {
  const path = new URL(page.url()).pathname
  if (screenshots) {
    await page.screenshot({ path: join(screenshots, testInfo.project.name, `${fileName(path)}.png`), fullPage: true })
  }
  const language = languageOfPath(path) ?? 'sv'
  const html = page.locator('html')
  await expect(html, path).toHaveAttribute('lang', language)
  await expect(html, path).toHaveAttribute('dir', isLanguage(language) ? languages[language].dir : 'ltr')
  await expect(page, path).toHaveTitle(/\S/)
  await expect(page.locator('h1'), path).toHaveCount(1)
  const overflow = await html.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
  if (isWorthLooking(testInfo.project.name) && (await isNewToAxe(page)))
    expect(await faults(page, script), `${path} by axe`).toEqual([])
  if (languageOfPath(path) === 'sv') await checkReading(page, path)
}

/** What a resident reads in Swedish is plain: LIX 40 at most, and no sentence of more than 25 words. */
async function checkReading(page: Page, path: string): Promise<void> {
  const { lix, longest } = readingLevel(await ownText(page))
  expect(wordsIn(longest).length, `the longest sentence of ${path}: ${longest}`).toBeLessThanOrEqual(25)
  if (lix !== undefined) expect(lix, `LIX of ${path}`).toBeLessThanOrEqual(40)
}

/** The innermost blocks of text on the page, without what residents wrote (dir="auto") and other languages. */
const ownText = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate((main) => {
    const blocks = 'p, li, dt, dd, td, th, h1, h2, h3, h4, label, legend, summary, figcaption, caption, option, button'
    return [...main.querySelectorAll<HTMLElement>(blocks)]
      .filter((block) => !block.querySelector(blocks))
      .filter((block) => !block.closest('[dir="auto"], [lang]:not([lang="sv"]):not(html), [hidden]'))
      .map((block) => {
        const copy = block.cloneNode(true) as HTMLElement
        for (const other of copy.querySelectorAll('[dir="auto"], [lang]:not([lang="sv"])')) other.remove()
        return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
      })
      .filter((text) => text !== '')
  })

/** Axe looks at how a page is made, not at its words: one language from the left and one from the right tell all. */
const isWorthLooking = (project: string): boolean => !project.startsWith('so ') && !project.startsWith('ar 1280')

const looked = new Set<string>()

/** False when a page made of the same elements, with text, states and styles in the same places, was looked at before. */
async function isNewToAxe(page: Page): Promise<boolean> {
  const shape = await page.locator('html').evaluate((html) => {
    // What differs from case to case; whether there is any is what counts.
    const said =
      /^(href|src|srcset|value|content|alt|title|placeholder|action|datetime|aria-label|aria-valuetext|d|points)$/
    const shapeOf = (node: Node): string => {
      if (node instanceof Text) return node.data.trim() === '' ? '' : '·'
      if (!(node instanceof Element) || node instanceof HTMLScriptElement) return ''
      const attributes = [...node.attributes].map(({ name, value }) =>
        said.test(name) ? `${name}=${value.trim() === '' ? '' : '·'}` : `${name}=${value}`,
      )
      return `<${node.tagName} ${attributes.join(' ')}>${[...node.childNodes].map(shapeOf).join('')}</>`
    }
    return shapeOf(html)
  })
  const { width } = page.viewportSize()!
  const known = `${width} ${shape}`
  if (looked.has(known)) return false
  looked.add(known)
  return true
}

/** What axe finds. A page that ships no script is the same with and without: it is looked at without. */
async function faults(page: Page, script: boolean): Promise<string[]> {
  if (script && (await page.locator('script').count()) === 0) return []
  const shown = script ? page : await copyWithScript(page)
  // No frames of ours: the page itself is all there is, and axe needs no second page to put results together.
  const axe = new AxeBuilder({ page: shown })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
  // A page of tips leaves the screen when it has lain for half an hour, as is said where tips are unlocked: it is a lock.
  if (/^\/staff\/tips(\/|$)/.test(new URL(page.url()).pathname)) axe.exclude('meta[http-equiv="refresh"]')
  const { violations } = await axe.analyze()
  if (shown !== page) await shown.close()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** The page as it stands, where axe can run, since it is script itself: the page's own scripts stay shut out. */
async function copyWithScript(page: Page): Promise<Page> {
  const html = (await page.content()).replaceAll(/(<\/?)noscript\b/g, '$1div')
  const context = await contextForCopies(page.context().browser()!)
  const copy = await context.newPage()
  await copy.setViewportSize(page.viewportSize()!)
  const headers = { 'Content-Security-Policy': "script-src 'none'" }
  await copy.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html', headers }))
  await copy.goto(page.url())
  return copy
}

const contexts = new WeakMap<Browser, Promise<BrowserContext>>()

/** One for all copies: what is fetched for one, as styles and fonts, is there for the next. */
function contextForCopies(browser: Browser): Promise<BrowserContext> {
  const known = contexts.get(browser) ?? browser.newContext({ javaScriptEnabled: true })
  contexts.set(browser, known)
  return known
}

const fileName = (path: string): string =>
  decodeURIComponent(path)
    .replace(/[^\p{L}\p{N}-]+/gu, '_')
    .slice(0, 100)
