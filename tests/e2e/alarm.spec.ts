import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { sendConcern } from '../support/send-concern.ts'

test('an officer raises an alarm from a case, it stands above every page, and is taken', async ({
  lang,
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  const page = await asStaff('officer')
  const { ref } = await sendConcern({ page: await anotherVisitor(), lang }, { category: 'violence' })
  await page.goto(paths.staffSubmission(ref))
  await page.getByText(staffT('alarms:panel.choose'), { exact: true }).click()
  await expect(page.getByText(staffT('alarms:panel.call'))).toBeVisible()
  await page.getByRole('button', { name: staffT('alarms:panel.submit'), exact: true }).click()
  await expect(page.getByRole('status')).toContainText(staffT('staff:done.raise-alarm'))

  await page.goto(paths.staff())
  const banner = page.getByRole('region', { name: staffT('alarms:banner.label') }).filter({ hasText: ref })
  await expect(banner).toBeVisible()
  await checkPage(page)
  await banner.locator(`a[href="${paths.staffSubmission(ref)}"]`).click()
  // Others may have raised alarms of their own.
  await banner
    .locator(`form[action="${paths.staffSubmissionVerb(ref, 'take-alarm')}"]`)
    .getByRole('button', { name: staffT('alarms:banner.take') })
    .click()
  await expect(page.getByRole('status')).toContainText(staffT('staff:done.take-alarm'))
  await expect(page.getByRole('region', { name: staffT('alarms:banner.label') }).filter({ hasText: ref })).toHaveCount(
    0,
  )
})

test('an administrator sets where those on duty are mailed', async ({ staffT, asStaff, checkPage }) => {
  const page = await asStaff('admin')
  await page.goto(paths.staffDuty())
  const polices = page.locator('#addresses-polisen')
  await polices.fill('ingen adress')
  const save = page.locator('form').filter({ has: polices }).getByRole('button')
  await save.click()
  await expect(page.getByRole('alert').filter({ hasText: staffT('errors:field.not-an-address') })).toBeVisible()
  await expect(polices).toHaveValue('ingen adress')
  await polices.fill('jour@polisen.example')
  await save.click()
  await expect(page.getByRole('status')).toContainText(staffT('alarms:duty.done'))
  await expect(polices).toHaveValue('jour@polisen.example')
  await checkPage(page)
})
