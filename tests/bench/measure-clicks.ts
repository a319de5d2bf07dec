import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { launchOptions } from '../support/chromium.ts'
import { freePort, untilItAnswers } from './servers.ts'

/** Of so many areas so many cases each; the first area warms up. */
const [areas, casesEach] = [['606', '601', '602', '603', '604', '605', '609'], 10]

/** How a hand comes to a case: it stays with the row a moment, as a hand does, or presses it out of nowhere. */
const hands = { afterStaying: 150, atOnce: 0 } as const

/**
 * How long somebody waits in the browser from her click on a row of the queue to the text of the case, in milliseconds,
 * over the database in a folder of data: the portal in trial mode with a browser beside it, both on this machine.
 */
export async function measureClicks(dataDir: string) {
  const portal = await trialPortal(dataDir)
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await browser.newPage({ baseURL: portal.address, viewport: { width: 1280, height: 800 } })
    await signIn(page, dataDir)
    const found = []
    for (const [hand, stays] of Object.entries(hands)) found.push([hand, await measure(page, stays)] as const)
    return Object.fromEntries(found)
  } finally {
    await browser.close()
    await portal.stop()
  }
}

async function trialPortal(dataDir: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const { DATABASE_URL, BASE_URL, HOST, ROLE, ...kept } = process.env
  const env = { ...kept, NODE_ENV: 'production' as const, PORT: String(port), DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['app/server.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return untilItAnswers(child, `http://localhost:${port}`, '/readyz')
}

async function signIn(page: Page, dataDir: string): Promise<void> {
  const accounts = JSON.parse(readFileSync(join(dataDir, 'trial-accounts.json'), 'utf8')) as Record<string, string>[]
  const { email = '', password = '' } = accounts.find(({ role }) => role === 'coordinator') ?? {}
  const answer = await page.request.post('/staff/sign-in', { form: { email, password }, maxRedirects: 0 })
  if (answer.status() !== 302) throw new Error(`signing in answered ${answer.status()}`)
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
