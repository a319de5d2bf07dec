import { randomBytes } from 'node:crypto'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { openCase, sendConcern } from '../support/send-concern.ts'

test('two tell of the same thing: a coordinator merges them, both follow it, and she takes it back', async ({
  lang,
  staffT,
  t,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, one, other] = [await asStaff('coordinator'), await anotherVisitor(), await anotherVisitor()]
  const word = `brunnslock${randomBytes(4).toString('hex')}`
  const fields = { category: 'upkeep', areaCode: '611' }
  const first = await sendConcern({ page: one, lang }, { ...fields, body: `Ett ${word} saknas vid skolan.` })
  const second = await sendConcern({ page: other, lang }, { ...fields, body: `Vid skolan saknas ett ${word}.` })

  await page.goto(paths.staffSubmission(second.ref))
  await page.getByRole('link', { name: staffT('handling:ways.merge') }).click()
  await checkPage(page)
  await page.getByRole('radio', { name: new RegExp(first.ref) }).check()
  await page.getByRole('button', { name: staffT('handling:merge.submit'), exact: true }).click()
  await expect(page.getByRole('status')).toContainText(staffT('staff:done.merge'))
  await checkPage(page)

  await openCase({ page: other, lang, t }, second.code)
  const goesOn = other.getByRole('region', { name: t('follow:wentOn.title') })
  await expect(goesOn).toContainText(t('follow:wentOn.noAnswer'))
  await expect(other.getByText(`Ett ${word} saknas`)).toHaveCount(0)
  await expect(other.getByText(`Vid skolan saknas ett ${word}`)).toHaveCount(1)
  await checkPage(other)

  await page.getByRole('link', { name: staffT('handling:unmerge.go', { ref: first.ref }) }).click()
  const merged = page.getByRole('region', { name: staffT('handling:merged.title') })
  await expect(merged).toContainText(`Vid skolan saknas ett ${word}.`)
  await checkPage(page)

  await merged.getByRole('link', { name: second.ref, exact: true }).click()
  await page.getByRole('button', { name: staffT('handling:unmerge.submit'), exact: true }).click()
  await expect(page.getByRole('status')).toContainText(staffT('staff:done.unmerge'))
  await expect(page.getByRole('link', { name: staffT('handling:ways.merge') })).toBeVisible()
})

test('who writes a reference that leads nowhere is told so, and it is kept', async ({
  lang,
  staffT,
  asStaff,
  anotherVisitor,
}) => {
  const page = await asStaff('coordinator')
  const { ref } = await sendConcern({ page: await anotherVisitor(), lang }, { areaCode: '610', category: 'vehicles' })
  await page.goto(paths.staffMerge(ref))
  const other = page.locator('#other')
  await other.fill('0000-0000')
  await page.getByRole('button', { name: staffT('handling:merge.submit'), exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(staffT('errors:refusal.no-such-case'))
  await expect(other).toHaveValue('0000-0000')
})
