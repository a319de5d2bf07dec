import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type Axe from 'axe-core'
import { expect, type Browser, type Page, type Route, type TestInfo } from '@playwright/test'
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

/**
 * False when somebody in this run has looked at a page made of the same elements, with text, states and styles in the
 * same places, at the same width.
 */
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
  const known = createHash('sha256').update(`${width} ${shape}`).digest('hex')
  // A file for each, since every project looks in processes of its own; where one finds a fault the run has failed.
  const looked = join(process.env.PORTAL_DATA_DIR!, 'looked')
  mkdirSync(looked, { recursive: true })
  try {
    writeFileSync(join(looked, known), '', { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The small one: what is sent to each page that runs script weighs. */
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What axe finds on the page itself where it runs script, else on a copy. */
async function faults(page: Page, script: boolean): Promise<string[]> {
  const shown = script ? page : await copyWithScript(page)
  if (script) await page.evaluate(axeSource)
  // A page of tips leaves the screen when it has lain for half an hour, as is said where tips are unlocked: it is a lock.
  const isTip = /^\/staff\/tips(\/|$)/.test(new URL(page.url()).pathname)
  return shown.evaluate(
    async ([values, exclude]) => {
      const { violations } = await (window as unknown as { axe: typeof Axe }).axe.run(
        { include: [['html']], exclude },
        { runOnly: { type: 'tag', values }, resultTypes: ['violations'] },
      )
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    },
    [rules, isTip ? [['meta[http-equiv="refresh"]']] : []] as const,
  )
}

/** The page as it stands, where axe can run, since it is script itself: the page's own scripts stay shut out. */
async function copyWithScript(page: Page): Promise<Page> {
  const body = (await page.content()).replaceAll(/(<\/?)noscript\b/g, '$1div')
  const copy = await pageForCopies(page.context().browser()!)
  await copy.setViewportSize(page.viewportSize()!)
  const headers = { 'Content-Security-Policy': "script-src 'none'" }
  const answer = (route: Route) => route.fulfill({ body, contentType: 'text/html', headers })
  await copy.route(page.url(), answer)
  // From one part of a page to another no browser loads it again.
  if (page.url().includes('#')) await copy.goto('about:blank')
  await copy.goto(page.url())
  await copy.unroute(page.url(), answer)
  return copy
}

const copies = new WeakMap<Browser, Promise<Page>>()

/** One for all copies, with axe in it: what is fetched and read for one, as styles, fonts and axe, is there for the next. */
function pageForCopies(browser: Browser): Promise<Page> {
  const made = async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
    await page.addInitScript({ content: axeSource })
    return page
  }
  const known = copies.get(browser) ?? made()
  copies.set(browser, known)
  return known
}

const fileName = (path: string): string =>
  decodeURIComponent(path)
    .replace(/[^\p{L}\p{N}-]+/gu, '_')
    .slice(0, 100)
