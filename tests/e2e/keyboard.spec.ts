import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import { expect, test } from '../support/browser.ts'
import { postConcern } from '../support/send-concern.ts'

/** A word of this test's own, by which the queue shows its cases alone. */
const ownWord = () => randomBytes(6).toString('hex').replaceAll(/\d/g, 'q')

/** Cases that residents have sent, each from an address of her own; all hold the word. */
async function newCases(resident: Page, word: string, count: number, category = 'upkeep'): Promise<string> {
  for (let number = 1; number <= count; number++) {
    const from = `2001:db8:${randomBytes(2).toString('hex')}::${number}`
    const body = `${randomBytes(40).toString('hex')} vid ${word}, nummer ${number}.`
    await postConcern({ page: resident, lang: 'sv' }, { category, body }, { from })
  }
  return `/staff/queue?status=received&q=${word}`
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** What the resident wrote, on the page of its case. */
const caseText = (page: Page, word: string) => page.locator('#original').getByText(`vid ${word}, nummer`)

/** Waits until script runs: only then do keys do anything. */
const alive = (page: Page, t: TFunction) => page.getByRole('button', { name: t('keys:open') }).waitFor()

/** A keyboard that remembers what was pressed, and what the overlays say that there is to press. */
function watchedKeyboard(page: Page, t: TFunction) {
  const [pressed, offered] = [new Set<string>(), new Set<string>()]
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      pressed.add(
        key.replace('Control', 'Ctrl').replace('ArrowDown', '↓').replace('ArrowUp', '↑').replace('Escape', 'Esc'),
      )
      await page.keyboard.press(key)
    }
  }
  /** Opens the overlay by its key, reads it, and leaves it. */
  const readHelp = async () => {
    await press('?')
    const help = page.getByRole('dialog', { name: t('keys:title') })
    for (const line of await help.locator('dt').all()) {
      const keys = await line.locator('kbd').allInnerTexts()
      for (const key of keys.includes('Ctrl') ? [keys.join('+')] : keys) offered.add(key)
    }
    await press('Escape')
    await expect(help).toHaveCount(0)
  }
  return { press, readHelp, pressed, offered }
}

test('an officer clears twenty cases with the keyboard alone, by every key that the overlays name @once', async ({
  staffT,
  asStaff,
  anotherVisitor,
}) => {
  test.setTimeout(300_000)
  const [page, resident, word] = [await asStaff('officer'), await anotherVisitor(), ownWord()]
  const { press, readHelp, pressed, offered } = watchedKeyboard(page, staffT)
  const type = (text: string) => page.keyboard.type(text)
  const rows = page.locator('[data-row]')
  await page.goto(await newCases(resident, word, 20, 'traffic'))
  await alive(page, staffT)
  await expect(rows).toHaveCount(20)
  await readHelp()
  // Searched for what is nowhere, and then for what is.
  for (const [words, found] of [
    [`${word} ingenstans${word}`, 0],
    [word, 20],
  ] as const) {
    await press('/')
    await expect(page.locator('input[name="q"]')).toBeFocused()
    await press('Control+a')
    await type(words)
    await press('Enter')
    await expect(rows).toHaveCount(found)
    await alive(page, staffT)
  }
  // Down two rows and up again, each way, and in.
  await press('j')
  await expect(rows.nth(0)).toBeFocused()
  await press('ArrowDown', 'j')
  await expect(rows.nth(2)).toBeFocused()
  await press('ArrowUp', 'k')
  await expect(rows.nth(0)).toBeFocused()
  await press('o')

  const seen = new Set<string>()
  const done = (verb: string) =>
    expect(page.getByRole('status').filter({ hasText: staffT(`staff:done.${verb}`) })).toBeVisible()
  const moveTo = async (status: 'screening' | 'in_progress' | 'closed' | 'not_pursued', reason?: string) => {
    await press('m')
    await expect(page.getByLabel(staffT('staff:move.to'), { exact: true })).toBeFocused()
    // Letters that are keys here too: what Playwright puts in for others goes to the field that was written in last.
    await type(/^[ -~]{1,4}/.exec(staffT(`staff:move.way.${status}`))![0])
    await press('Tab')
    if (reason) await type(reason)
    await press(...(reason ? ['Control+Enter'] : ['Tab', 'Enter']))
    await expect(page.locator('header').getByText(staffT(`staff:status.${status}`), { exact: true })).toBeVisible()
    await done('move')
  }
  const write = async (key: string, text: string, verb: string) => {
    await press(key)
    await expect(page.locator('textarea:focus')).toHaveCount(1)
    await type(text)
    await press('Control+Enter')
    await done(verb)
  }
  const another = async (key: string) => {
    const before = new URL(page.url()).pathname
    await press(key)
    await page.waitForURL((url) => url.pathname !== before, { timeout: 20_000 })
  }
  // Where each of the twenty is brought; the rest are under way, each with somebody who does it.
  const [answered, closed, notPursued, replied] = [
    [4, 9, 16],
    [5, 13],
    [2, 3, 8, 11, 14, 15, 18, 20],
    [6, 12],
  ]
  const underWay = 20 - answered.length - closed.length - notPursued.length
  for (let number = 1; number <= 20; number++) {
    await expect(heading(page)).toBeFocused()
    const text = await caseText(page, word).innerText()
    seen.add(text)
    if (number === 1) {
      await readHelp()
      await another('j')
      await expect(heading(page)).toBeFocused()
      await expect(caseText(page, word)).not.toHaveText(text)
      await another('k')
      await expect(heading(page)).toBeFocused()
      await expect(caseText(page, word)).toHaveText(text)
      await another('u')
      await expect(rows.nth(0)).toBeFocused()
      await another('o')
      await expect(heading(page)).toBeFocused()
      await expect(caseText(page, word)).toHaveText(text)
    }
    if (number === 1) {
      await write('n', 'jag ringer dem, u j k a l', 'note')
      // What is half written stays, and the letters are commands again.
      await press('n')
      await press('Escape')
      await expect(page.locator('textarea:focus')).toHaveCount(0)
      await press('l', 'Space', 'Enter')
      await done('link')
    }
    if (notPursued.includes(number)) await moveTo('not_pursued', 'Det finns redan ett annat, jkuar.')
    else {
      await moveTo('screening')
      await moveTo('in_progress')
      if (answered.includes(number) || closed.includes(number)) {
        await write('s', 'Vi har varit där, jkuar.', 'answer')
        await expect(page.locator('#answer').getByText('Vi har varit där, jkuar.').first()).toBeVisible()
        if (closed.includes(number)) await moveTo('closed', 'Bilarna är borta, jkuar.')
      } else {
        await press('a')
        await expect(page.getByLabel(staffT('staff:assign.who'))).toBeFocused()
        await type('Olle')
        await press('Tab', 'Enter')
        await done('assign')
      }
    }
    if (replied.includes(number)) {
      await write('r', 'Vilken gata menar du? jkuas', 'reply')
      await expect(page.locator('#thread').getByText('Vilken gata menar du? jkuas')).toBeVisible()
    }
    await another(number < 20 ? 'j' : 'u')
  }
  expect(seen.size).toBe(20)
  await expect(page.getByText(staffT('staff:queue.empty'))).toBeVisible()
  expect([...offered].filter((key) => !pressed.has(key))).toEqual([])
  expect(offered.size).toBeGreaterThan(12)
  const shows = async (status: string, count: number) => {
    await page.goto(`/staff/queue?status=${status}&q=${word}`)
    await expect(rows).toHaveCount(count)
  }
  await shows('screening', 0)
  await shows('answered', answered.length)
  await shows('closed', closed.length)
  await shows('not_pursued', notPursued.length)
  await shows('in_progress', underWay)
  await expect(page.locator('li[data-rows]').filter({ hasText: 'Olle Områdespolis' })).toHaveCount(underWay)
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
