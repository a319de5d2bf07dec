import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import { expect, test } from '../support/browser.ts'

/** A word of this test's own, by which the queue shows its cases alone. */
const ownWord = () => randomBytes(6).toString('hex').replaceAll(/\d/g, 'q')

/** Cases that residents have sent, each from an address of her own; all hold the word. */
async function newCases(resident: Page, word: string, count: number): Promise<string> {
  for (let number = 1; number <= count; number++) {
    const headers = { 'X-Forwarded-For': `2001:db8:${randomBytes(2).toString('hex')}::${number}` }
    const form = await (await resident.request.get('/sv/submit/concern', { headers })).text()
    const formToken = /name="formToken" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const body = `${randomBytes(40).toString('hex')} vid ${word}, nummer ${number}.`
    const fields = { category: 'upkeep', body, areaCode: '606', language: 'sv', formToken }
    const sent = await resident.request.post('/sv/submit/concern', { form: fields, headers, maxRedirects: 0 })
    expect(sent.status()).toBe(303)
  }
  return `/staff/queue?status=received&q=${word}`
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** What the resident wrote, on the page of its case. */
const caseText = (page: Page, word: string) => page.locator('#original').getByText(`vid ${word}, nummer`)

/** Waits until script runs: only then do keys do anything. */
const alive = (page: Page, t: TFunction) => page.getByRole('button', { name: t('keys:open') }).waitFor()

test('an officer clears twenty cases with the keyboard alone @once', async ({ staffT, asStaff, anotherVisitor }) => {
  test.setTimeout(240_000)
  const [page, resident, word] = [await asStaff('coordinator'), await anotherVisitor(), ownWord()]
  const { keyboard } = page
  await page.goto(await newCases(resident, word, 20))
  await alive(page, staffT)
  await expect(page.locator('[data-row]')).toHaveCount(20)
  // Down two rows and up again, and in.
  for (const key of ['j', 'ArrowDown', 'k', 'o']) await keyboard.press(key)

  const seen = new Set<string>()
  const done = (verb: string) =>
    expect(page.getByRole('status').filter({ hasText: staffT(`staff:done.${verb}`) })).toBeVisible()
  for (let number = 1; number <= 20; number++) {
    await expect(heading(page)).toBeFocused()
    seen.add(await caseText(page, word).innerText())
    await keyboard.press('a')
    await expect(page.getByLabel(staffT('staff:assign.who'))).toBeFocused()
    await keyboard.type('Kim')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await done('assign')
    if (number === 1) {
      await keyboard.press('n')
      await keyboard.type('jag ringer dem, u j k a l')
      await keyboard.press('Control+Enter')
      await done('note')
      await keyboard.press('Escape')
      await keyboard.press('l')
      await keyboard.press('Space')
      await keyboard.press('Enter')
      await done('link')
    }
    await keyboard.press('m')
    await expect(page.getByLabel(staffT('staff:move.to'), { exact: true })).toBeFocused()
    await keyboard.type(staffT('staff:move.way.screening').slice(0, 4))
    for (const key of ['Tab', 'Tab', 'Enter']) await keyboard.press(key)
    await done('move')
    const before = new URL(page.url()).pathname
    await keyboard.press(number < 20 ? 'j' : 'u')
    await page.waitForURL((url) => url.pathname !== before)
  }
  expect(seen.size).toBe(20)
  await expect(page.getByText(staffT('staff:queue.empty'))).toBeVisible()
})

test('who goes back comes to the same row, and Back to where the list stood @once', async ({
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  const [page, resident, word] = [await asStaff('coordinator'), await anotherVisitor(), ownWord()]
  const queue = await newCases(resident, word, 3)
  await page.goto(queue)
  await alive(page, staffT)
  for (const key of ['j', 'j', 'Enter']) await page.keyboard.press(key)
  await expect(caseText(page, word)).toBeVisible()
  const text = await caseText(page, word).innerText()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: staffT('keys:title') })
  await expect(help).toBeVisible()
  await checkPage(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await expect(page.locator('[data-row]')).toHaveCount(3)
  const row = page.getByRole('listitem').filter({ has: page.locator('[data-row]:focus') })
  await expect(row).toContainText(/nummer \d+/.exec(text)![0])
  await expect(row.getByRole('link')).toHaveAttribute('aria-current', 'true')
  await checkPage(page)
})

test('whoever has turned the keys off finds them off on the next page too @script @once', async ({
  staffT,
  asStaff,
  anotherVisitor,
}) => {
  const [page, resident, word] = [await asStaff('coordinator'), await anotherVisitor(), ownWord()]
  await page.goto(await newCases(resident, word, 2))
  await page.getByRole('button', { name: staffT('keys:open') }).click()
  await page.getByRole('checkbox', { name: staffT('keys:use') }).uncheck()
  await page.getByRole('button', { name: staffT('keys:close') }).click()
  await page.keyboard.press('j')
  await expect(page.locator('[data-row]:focus')).toHaveCount(0)
  await page.locator('[data-row]').first().click()
  await expect(caseText(page, word)).toBeVisible()
  const address = page.url()
  for (const key of ['j', 'u', 'a', '?']) await page.keyboard.press(key)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('select:focus')).toHaveCount(0)
  expect(page.url()).toBe(address)
  await page.getByRole('button', { name: staffT('keys:open') }).click()
  await page.getByRole('checkbox', { name: staffT('keys:use') }).check()
  await page.getByRole('button', { name: staffT('keys:close') }).click()
  // With Ctrl, Alt or in a field a letter is only a letter.
  for (const key of ['Control+j', 'Alt+j']) await page.keyboard.press(key)
  expect(page.url()).toBe(address)
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(address)
})

test('next and previous are links, through what was done meanwhile', async ({ staffT, asStaff, anotherVisitor }) => {
  const [page, resident, word] = [await asStaff('coordinator'), await anotherVisitor(), ownWord()]
  await page.goto(await newCases(resident, word, 3))
  const texts = await page.getByRole('main').getByRole('listitem').filter({ hasText: word }).allInnerTexts()
  const numbers = texts.map((text) => /nummer \d+/.exec(text)![0])
  await page.locator('[data-row]').first().click()
  const way = (name: string) => page.getByRole('link', { name: staffT(`staff:ways.${name}`), exact: true })
  await expect(caseText(page, word)).toContainText(numbers[0]!)
  await expect(way('previous')).toHaveCount(0)
  await page
    .getByLabel(staffT('staff:move.to'), { exact: true })
    .selectOption({ label: staffT('staff:move.way.screening') })
  await page.getByRole('button', { name: staffT('staff:move.submit'), exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: staffT('staff:done.move') })).toBeVisible()
  await way('next').click()
  await expect(caseText(page, word)).toContainText(numbers[1]!)
  await way('next').click()
  await expect(caseText(page, word)).toContainText(numbers[2]!)
  await expect(way('next')).toHaveCount(0)
  await way('previous').click()
  await expect(caseText(page, word)).toContainText(numbers[1]!)
  // The one that was moved is no longer in the list that she came from.
  await expect(way('previous')).toHaveCount(0)
})
