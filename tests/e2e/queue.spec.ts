import { randomBytes } from 'node:crypto'
import { expect, test } from '../support/browser.ts'

// The back office has the languages sv and en, whatever language a resident has chosen.
test.skip(({ lang }) => lang !== 'sv', 'the back office is tried in Swedish')

test('a coordinator searches the queue, narrows it, and sends the address to herself', async ({
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const own = randomBytes(6).toString('hex').replaceAll(/\d/g, 'q')
  const body = `Cyklarna vid ${own} står i vägen för barnvagnar.`
  const form = await (await resident.request.get('/sv/submit/concern')).text()
  const formToken = /name="formToken" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const fields = { category: 'upkeep', body, areaCode: '606', language: 'sv', formToken }
  const sent = await resident.request.post('/sv/submit/concern', { form: fields, maxRedirects: 0 })
  expect(sent.status()).toBe(303)

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
  // What is chosen stays in sight.
  await expect(page.getByLabel(staffT('staff:queue.filter.photos'))).toBeVisible()
  await checkPage(page)

  const address = page.url()
  await page.getByRole('link', { name: staffT('staff:queue.clear') }).click()
  await expect(page).toHaveURL(/\/staff\/queue$/)
  await page.goto(address)
  await row.getByRole('link').click()
  await expect(page.getByText(body).first()).toBeVisible()
})
