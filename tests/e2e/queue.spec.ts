import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser.ts'
import { postConcern } from '../support/send-concern.ts'

/** A word of this test's own. */
const ownWord = () => randomBytes(6).toString('hex').replaceAll(/\d/g, 'q')

/** Sends a concern with such a text. */
const tell = (resident: Page, body: string) => postConcern({ page: resident, lang: 'sv' }, { category: 'upkeep', body })

test('a coordinator searches the queue, narrows it, and sends the address to herself', async ({
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const own = ownWord()
  const body = `Cyklarna vid ${own} står i vägen för barnvagnar.`
  await tell(resident, body)

  await page.goto('/staff/queue')
  await page.getByLabel(staffT('staff:queue.search')).fill(`barnvagnen ${own}`)
  await page.getByRole('button', { name: staffT('staff:queue.show') }).click()
  const row = page.getByRole('listitem').filter({ hasText: own })
  await expect(row).toHaveCount(1)
  await expect(page.getByRole('status')).toContainText(staffT('staff:queue.found', { count: 1 }))

  await page.locator('summary', { hasText: staffT('staff:queue.more') }).click()
  await page.getByLabel(staffT('staff:queue.filter.photos')).selectOption({ label: staffT('staff:queue.photos.no') })
  await page.getByRole('button', { name: staffT('staff:queue.show') }).click()
  await expect(page).toHaveURL(/photos=no/)
  await expect(row).toHaveCount(1)
  // What is chosen stays in sight, and goes by itself.
  const chosen = `${staffT('staff:queue.filter.photos')}: ${staffT('staff:queue.photos.no')}`
  await expect(page.getByRole('link', { name: staffT('views:without', { filter: chosen }) })).toBeVisible()
  await checkPage(page)

  const address = page.url()
  await page.getByRole('link', { name: staffT('staff:queue.clear') }).click()
  await expect(page).toHaveURL(/\/staff\/queue$/)
  await page.goto(address)
  await row.getByRole('link').click()
  await expect(page.getByText(body).first()).toBeVisible()
})

test('with her thumb a coordinator opens a case, comes back, marks rows and goes on to answer them @once @script', async ({
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  const [page, resident, own] = [await asStaff('coordinator'), await anotherVisitor(), ownWord()]
  const bodies = [1, 2].map((number) => `${number} av 2: ${randomBytes(30).toString('hex')} vid ${own}.`)
  for (const body of bodies) await tell(resident, body)
  await page.goto(`/staff/queue?q=${own}`)
  const rows = page.locator('li[data-rows]').filter({ hasText: own })
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: staffT('keys:open') }).waitFor()
  for (const body of bodies) {
    // Anywhere on the row.
    await rows.filter({ hasText: body }).tap()
    await expect(page.locator('#original').getByText(body)).toBeVisible()
    const move = page.getByLabel(staffT('staff:move.to'), { exact: true })
    for (const to of ['screening', 'in_progress'] as const) {
      await move.selectOption({ label: staffT(`staff:move.way.${to}`) })
      await page.getByRole('button', { name: staffT('staff:move.submit'), exact: true }).tap()
      await expect(page.locator('header').getByText(staffT(`staff:status.${to}`), { exact: true })).toBeVisible()
    }
    await page.getByRole('link', { name: staffT('staff:submission.back'), exact: true }).tap()
    await expect(rows).toHaveCount(2)
  }
  for (const row of [0, 1]) {
    await rows.nth(row).getByRole('checkbox').tap()
    await expect(rows.nth(row).getByRole('checkbox')).toBeChecked()
    await expect(page).toHaveURL(/\/staff\/queue/)
    const answer = page.getByRole('button', { name: `${staffT('templates:many.answerMarked')} (${row + 1})` })
    await expect(answer).toBeInViewport()
  }
  await checkPage(page)
  await page.getByRole('button', { name: `${staffT('templates:many.answerMarked')} (2)` }).tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(staffT('templates:many.title'))
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
})

test('the first case of the queue is there already when it is pressed @once @script', async ({
  asStaff,
  anotherVisitor,
}) => {
  const [page, resident, own] = [await asStaff('coordinator'), await anotherVisitor(), ownWord()]
  await tell(resident, `Lampan vid ${own} är trasig.`)

  const ahead = page.waitForResponse((answer) => answer.url().includes('ahead'))
  await page.goto(`/staff/queue?q=${own}`)
  await (await ahead).finished()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await page.getByRole('listitem').filter({ hasText: own }).getByRole('link').click()
  await expect(page.locator('#original')).toContainText(own)
  await page.context().setOffline(false)
})

test('a coordinator saves what she has narrowed the queue to, comes back to it, and removes it', async ({
  staffT,
  asStaff,
  checkPage,
}) => {
  const page = await asStaff('coordinator')
  const name = `Lampor ${randomBytes(4).toString('hex')}`
  const save = async (as: string) => {
    await page.getByText(staffT('views:saveThis'), { exact: true }).click()
    await page.getByLabel(staffT('views:name')).fill(as)
    await page.getByRole('button', { name: staffT('views:save') }).click()
  }
  await page.goto('/staff/queue?area=606&category=lighting&status=all')
  await save(name)
  await expect(page).toHaveURL(/\/staff\/queue\?.*category=lighting/)
  const shown = page.url()
  await expect(page.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
  await checkPage(page)

  // The same name again: nothing of what was typed is lost.
  await page.goto('/staff/queue?area=609')
  await save(name)
  await expect(page.getByRole('alert').filter({ hasText: staffT('errors:field.name-taken') })).toBeVisible()
  await expect(page.getByLabel(staffT('views:name'))).toHaveValue(name)
  await checkPage(page)

  await page.goto('/staff/queue')
  await page.getByRole('link', { name }).click()
  await expect(page).toHaveURL(shown)
  await page.getByRole('link', { name: staffT('views:edit') }).click()
  await page.getByRole('link', { name: staffT('views:changeTitle', { name }) }).click()
  await checkPage(page)
  await page.getByRole('button', { name: staffT('views:remove') }).click()
  await expect(page.getByRole('status')).toContainText(staffT('views:done.remove'))
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})

test('the map shows the rows of the page under their numbers, and a mark leads to its row', async ({
  staffT,
  asStaff,
  script,
  checkPage,
}) => {
  const page = await asStaff('coordinator')
  await page.goto('/staff/queue?status=all')
  const map = page.getByRole('group', { name: staffT('views:map.label') })
  if (page.viewportSize()!.width < 1000) {
    await expect(map).toBeHidden()
    await page.getByText(staffT('views:map.show')).click()
  }
  await expect(map).toBeVisible()
  const rows = page.locator('li[data-rows]')
  const refs = (await map.locator('a').evaluateAll((marks) => marks.map((mark) => mark.dataset.rows))).join(' ')
  expect(refs.split(' ').toSorted()).toEqual(
    (await rows.evaluateAll((all) => all.map((row) => row.dataset.rows!))).toSorted(),
  )
  await checkPage(page)

  const mark = map.locator('a').last()
  const ref = (await mark.getAttribute('data-rows'))!.split(' ')[0]!
  const row = page.locator(`li[data-rows="${ref}"]`)
  if (script) {
    await expect(async () => {
      await rows.first().getByRole('link').focus()
      await row.getByRole('link').focus()
      await expect(mark).toHaveAttribute('data-lit', '', { timeout: 500 })
    }).toPass()
    await rows.first().getByRole('link').focus()
    await expect(row).not.toHaveAttribute('data-lit')
  }
  await mark.press('Enter')
  await expect(page).toHaveURL(new RegExp(`#case-${ref}$`))
  await expect(row).toBeInViewport()
})
