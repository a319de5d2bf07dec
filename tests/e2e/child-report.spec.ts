import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { sendConcern } from '../support/send-concern.ts'

test('a coordinator notes that a report of concern about a child was made, and nothing of the child', async ({
  lang,
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  const page = await asStaff('coordinator')
  const fields = { category: 'upkeep', areaCode: '611', body: 'Någon är orolig för de unga vid skolan.' }
  const { ref } = await sendConcern({ page: await anotherVisitor(), lang }, fields)
  await page.goto(paths.staffSubmission(ref))
  const panel = page.getByRole('region', { name: staffT('child-reports:title') })
  await panel.getByText(staffT('child-reports:choose')).click()
  await expect(panel.getByText(staffT('child-reports:advice.now'))).toBeVisible()
  const receiver = staffT('child-reports:receiver.on-call')
  await panel.getByLabel(staffT('child-reports:field.receiver')).selectOption({ label: receiver })
  await checkPage(page)
  await panel.getByRole('button', { name: staffT('child-reports:submit') }).click()
  await expect(page.getByText(staffT('staff:done.child-report'))).toBeVisible()
  await expect(panel).toContainText(receiver)
  await expect(panel.locator('textarea, input[type=text]')).toHaveCount(0)
  await checkPage(page)
})
