import { chromium, type Page } from '@playwright/test'
import { launchOptions } from '../support/chromium.ts'
import type { TrialPortal } from './trial-portal.ts'

/** Of so many areas so many cases each; the first area warms up. */
const [areas, casesEach] = [['606', '601', '602', '603', '604', '605', '609'], 10]

/** How a hand comes to a case: it stays with the row a moment, as a hand does, or presses it out of nowhere. */
const hands = { afterStaying: 150, atOnce: 0 } as const

/**
 * How long somebody waits in the browser from her click on a row of the queue to the text of the case, in milliseconds:
 * the portal and the browser are both on this machine.
 */
export async function measureClicks({ address, cookie }: TrialPortal) {
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await browser.newPage({ baseURL: address, viewport: { width: 1280, height: 800 } })
    const cookies = cookie
      .split('; ')
      .map((one) => ({ name: one.split('=')[0]!, value: one.slice(one.indexOf('=') + 1) }))
    await page.context().addCookies(cookies.map((one) => ({ ...one, url: address })))
    const found = []
    for (const [hand, stays] of Object.entries(hands)) found.push([hand, await measure(page, stays)] as const)
    return Object.fromEntries(found)
  } finally {
    await browser.close()
  }
}

/** Opens cases one after the other, each from the queue of its area. */
async function measure(page: Page, stays: number) {
  const times: number[] = []
  for (const area of areas) {
    await page.goto(`/staff/queue?area=${area}`)
    await page.waitForLoadState('networkidle')
    for (let number = 0; number < casesEach; number++) {
      const took = await openRow(page, number, stays)
      if (area !== areas[0]) times.push(took)
    }
  }
  times.sort((one, other) => one - other)
  const at = (part: number) => Number(times[Math.min(times.length - 1, Math.floor(times.length * part))]!.toFixed(1))
  return { clicks: times.length, p50: at(0.5), p95: at(0.95), most: at(1) }
}

async function openRow(page: Page, number: number, stays: number): Promise<number> {
  const row = page.locator('[data-row]').nth(number)
  await row.scrollIntoViewIfNeeded()
  await page.evaluate(timeTheClick)
  await row.hover()
  await page.waitForTimeout(stays)
  await page.mouse.down()
  await page.mouse.up()
  const took = await page.waitForFunction(() => document.body.dataset.took)
  const milliseconds = Number(await took.jsonValue())
  await page.evaluate(() => delete document.body.dataset.took)
  await page.goBack()
  await page.locator('[data-row]').first().waitFor()
  return milliseconds
}

/** Run in the page: from the click until the frame in which the text of a case is drawn. */
function timeTheClick(): void {
  const shown = () => document.querySelector('#original')?.textContent
  const begin = () => {
    const start = performance.now()
    const look = () => {
      if (!shown()) return void requestAnimationFrame(look)
      document.body.dataset.took = String(performance.now() - start)
    }
    requestAnimationFrame(look)
  }
  addEventListener('click', begin, { capture: true, once: true })
}
