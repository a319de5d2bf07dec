import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser.ts'

const mark = () => randomBytes(6).toString('hex')

/** Sends a concern in as a resident's browser does, and brings it to where it can be answered; gives its address. */
async function caseInProgress(resident: Page, staff: Page, body: string): Promise<string> {
  const form = await (await resident.request.get('/sv/submit/concern')).text()
  const formToken = /name="formToken" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const fields = { category: 'upkeep', body, areaCode: '606', language: 'en', formToken }
  const sent = await resident.request.post('/sv/submit/concern', { form: fields, maxRedirects: 0 })
  expect(sent.status()).toBe(303)
  await staff.goto('/staff/queue?status=received&category=upkeep&area=606')
  for (;;) {
    const link = staff.getByRole('listitem').filter({ hasText: body }).getByRole('link').first()
    if ((await link.count()) > 0) {
      const address = (await link.getAttribute('href'))!.split('?')[0]!
      const to = (from: string, next: string) =>
        staff.request.post(`${address}/move`, { form: { from, to: next }, maxRedirects: 0 })
      expect((await to('received', 'screening')).status()).toBe(303)
      expect((await to('screening', 'in_progress')).status()).toBe(303)
      return address
    }
    await staff.getByRole('link', { name: 'Nästa sida' }).click()
  }
}

test('a coordinator writes a template, inserts it, leaves it half written, comes back and gives the answer', async ({
  script,
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const [name, body] = [`Räcken ${mark()}`, `Räcket är löst ${mark()}`]
  await page.goto('/staff/admin/templates/new')
  await page.getByLabel(staffT('templates:field.name')).fill(name)
  await page.getByLabel(staffT('templates:field.category')).selectOption('upkeep')
  await page.getByLabel(staffT('templates:field.body'), { exact: true }).fill('Vi lagar räcket i {area}. {namn}')
  await page.getByRole('button', { name: staffT('templates:preview') }).click()
  await expect(page.getByRole('alert')).toContainText(staffT('errors:field.unknown-placeholder'))
  await page.getByLabel(staffT('templates:field.body'), { exact: true }).fill('Vi lagar räcket i {area}.')
  await page.getByRole('button', { name: staffT('templates:preview') }).click()
  await expect(page.getByRole('region', { name: staffT('templates:preview') })).toContainText('Vi lagar räcket i')
  await checkPage(page)
  await page.getByRole('button', { name: staffT('templates:save') }).click()
  await expect(page.getByRole('status')).toContainText(staffT('templates:done.add'))
  await checkPage(page)

  const address = await caseInProgress(resident, page, body)
  await page.goto(address)
  const answer = page.getByRole('region', { name: staffT('staff:answer.title'), exact: true })
  const swedish = answer.getByLabel(staffT('staff:answer.body', { language: 'Svenska' }))
  await swedish.fill('Tack för att du skrev.')
  await answer.getByText(staffT('templates:offer')).click()
  await answer.getByRole('button', { name: `${staffT('templates:insert')} ${name}` }).click()
  await expect(swedish).toHaveValue('Tack för att du skrev.\n\nVi lagar räcket i Hammarkullen.')
  await expect(answer.getByRole('status').filter({ hasText: staffT('templates:inserted') })).toBeVisible()
  await answer.getByLabel(staffT('staff:answer.body', { language: 'English' })).fill('We mend it.')
  if (!script) await answer.getByRole('button', { name: staffT('templates:draft.save') }).click()
  await expect(answer.locator('[aria-live=polite]').filter({ hasText: /\d\d[:.]\d\d/ })).toBeVisible()
  await checkPage(page)

  await page.goto('/staff')
  await page.goto(address)
  await expect(swedish).toHaveValue('Tack för att du skrev.\n\nVi lagar räcket i Hammarkullen.')
  await answer.getByRole('button', { name: staffT('staff:answer.submit') }).click()
  await expect(page.getByRole('status').filter({ hasText: staffT('staff:done.answer') })).toBeVisible()
  await expect(answer).toContainText('Vi lagar räcket i Hammarkullen.')

  await answer.getByText(staffT('staff:answer.correct')).click()
  await swedish.fill('Vi lagar räcket i maj.')
  await answer.getByRole('button', { name: staffT('staff:answer.submit') }).click()
  await expect(answer).toContainText(staffT('staff:answer.version', { version: 2 }))
  await answer.getByText(staffT('staff:translations.written')).first().click()
  await expect(answer.getByText(staffT('templates:older.mark'), { exact: true })).toBeVisible()

  const withdraw = page.getByRole('region', { name: staffT('templates:withdraw.title') })
  await withdraw.getByText(staffT('templates:withdraw.open')).click()
  await withdraw.getByLabel(staffT('templates:withdraw.which')).selectOption('answer-1')
  await withdraw.getByLabel(staffT('templates:withdraw.ground')).selectOption('privacy')
  await withdraw.getByLabel(staffT('templates:withdraw.why')).fill('Ett namn stod där.')
  await withdraw.getByRole('button', { name: staffT('templates:withdraw.submit') }).click()
  await expect(withdraw).toContainText('Ett namn stod där.')
  const first = answer.getByRole('article').filter({ hasText: staffT('staff:answer.version', { version: 1 }) })
  await expect(first).toContainText(staffT('staff:answer.withdrawn'))
  await expect(first).not.toContainText('Hammarkullen')
  await checkPage(page)
})

test('an answer for later waits on the page until it is taken back', async ({
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  await page.goto(await caseInProgress(resident, page, `Räcket är löst ${mark()}`))
  const answer = page.getByRole('region', { name: staffT('staff:answer.title'), exact: true })
  await answer.getByLabel(staffT('staff:answer.body', { language: 'Svenska' })).fill('Vi lagar räcket i maj.')
  await answer.getByLabel(staffT('templates:plan.answerAt')).fill('2126-05-04T08:00')
  await answer.getByRole('button', { name: staffT('staff:answer.submit') }).click()
  const waiting = page.getByRole('region', { name: staffT('templates:plan.title') })
  await expect(waiting).toContainText('Vi lagar räcket i maj.')
  await checkPage(page)
  await waiting.getByRole('button', { name: staffT('templates:plan.cancel') }).click()
  await expect(page.getByRole('status').filter({ hasText: staffT('staff:done.cancel-plan') })).toBeVisible()
  await expect(waiting).toHaveCount(0)
})

test('a coordinator gives the same answer to two cases, after a look at each', async ({
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const bodies = [`Räcket är löst ${mark()}`, `Räcket lutar ${mark()}`]
  const addresses: string[] = []
  for (const body of bodies) addresses.push(await caseInProgress(resident, page, body))
  const refs = addresses.map((address) => address.split('/').at(-1)!)
  await page.goto('/staff/answer-many?category=upkeep')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(staffT('templates:many.title'))
  for (const body of bodies) await page.getByRole('checkbox', { name: body }).check()
  await page
    .getByLabel(staffT('staff:answer.body', { language: 'Svenska' }))
    .fill('Vi lagar räcket. Ditt ärende är {ref}.')
  await checkPage(page)
  await page.getByRole('button', { name: staffT('templates:many.preview') }).click()
  for (const ref of refs) await expect(page.getByText(`Ditt ärende är ${ref}.`)).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: staffT('templates:many.send') }).click()
  await expect(page.getByRole('status')).toContainText('2')
  await page.goto(addresses[1]!)
  await expect(page.getByText(`Ditt ärende är ${refs[1]}.`).first()).toBeVisible()
})
