import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { mask } from '#app/domain/records/mask.ts'
import { paths } from '#app/paths.ts'
import { expect, signIn, test } from '../support/browser.ts'
import { openCase, sendConcern } from '../support/send-concern.ts'

test('a registrar finds a case in the register, marks secrecy and gives it out with a name masked', async ({
  page: resident,
  lang,
  t,
  staffT,
  accounts,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const { ref, code } = await sendConcern({ page: resident, lang })
  const page = await anotherVisitor()
  // What leaves the portal asks for who has just proved who she is.
  await signIn(
    page,
    accounts.find(({ role }) => role === 'registrar')!,
  )
  await page.goto(paths.staffRegister())
  const row = page.getByRole('row').nth(3)
  await expect(row).toBeVisible()
  const cut = await row.evaluate((shown) => shown.getBoundingClientRect().right - document.documentElement.clientWidth)
  expect(cut, 'nothing of a row lies outside the screen').toBeLessThanOrEqual(0)
  await checkPage(page)
  const register = page.waitForEvent('download')
  await page.getByRole('link', { name: staffT('records:register.file') }).click()
  expect(readFileSync(await (await register).path(), 'utf8')).toContain('GBG-')

  await page.goto(paths.staffSubmission(ref))
  const panel = page.getByRole('region', { name: staffT('staff:secrecy.title'), exact: true })
  await panel.getByText(staffT('staff:secrecy.choose')).click()
  const what = `Grannens namn ${randomBytes(4).toString('hex')}`
  await panel.getByLabel(staffT('staff:secrecy.what')).fill(what)
  await panel.getByLabel(staffT('staff:secrecy.law'), { exact: true }).fill('21 kap. 1 § OSL')
  await panel.getByRole('button', { name: staffT('staff:secrecy.submit') }).click()
  await expect(page.getByRole('status')).toContainText(staffT('staff:done.mark-secret'))
  await expect(panel).toContainText(what)
  await checkPage(page)

  await page.getByRole('link', { name: staffT('staff:submission.disclose'), exact: true }).click()
  await expect(page.getByText(what)).toBeVisible()
  await checkPage(page)
  await page.getByRole('checkbox').first().check()
  await page.getByLabel(staffT('records:disclosure.words')).fill('Anna Ek')
  await openCase({ page: resident, lang, t }, code)
  await resident.getByRole('textbox', { name: t('follow:reply.label') }).fill('Den vid bron.')
  await resident.getByRole('button', { name: t('follow:reply.send') }).click()
  await expect(resident.getByText(t('follow:reply.sent'))).toBeVisible()
  await page.getByRole('button', { name: staffT('records:disclosure.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(staffT('records:disclosure.changed'))
  await expect(page.getByRole('group', { name: staffT('records:disclosure.part.resident') })).toContainText(
    staffT('records:disclosure.new'),
  )
  await expect(page.getByRole('checkbox').first()).toBeChecked()
  await expect(page.getByLabel(staffT('records:disclosure.words'))).toHaveValue('Anna Ek')
  await checkPage(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: staffT('records:disclosure.submit') }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.html$/)
  expect(readFileSync(await file.path(), 'utf8')).toContain(mask)

  await page.goto(`${paths.staffAudit()}?subject=${ref}`)
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(
    staffT('records:event.case-disclosed'),
  )
  await checkPage(page)
})

test('a registrar sees what a disposal rule would take before she approves it', async ({
  staffT,
  accounts,
  anotherVisitor,
  checkPage,
}) => {
  const page = await anotherVisitor()
  // A rule is written by who has just proved who she is.
  await signIn(
    page,
    accounts.find(({ role }) => role === 'registrar')!,
  )
  await page.goto(paths.staffDisposal())
  const decision = `GB ${randomBytes(6).toString('hex')}`
  await page.getByRole('button', { name: staffT('records:disposal.add') }).click()
  await expect(page.getByRole('alert')).toContainText(staffT('errors:field.missing'))
  await page.getByLabel(staffT('records:disposal.field.afterDays')).fill('36500')
  await page.getByLabel(staffT('records:disposal.field.decision')).fill(decision)
  await page.getByRole('button', { name: staffT('records:disposal.add') }).click()
  const rule = page.getByRole('article').filter({ hasText: decision })
  await expect(rule).toContainText(staffT('records:disposal.state.draft'))
  await expect(rule).toContainText(staffT('records:disposal.due.cases', { count: 0 }))
  await checkPage(page)
  await rule.getByText(staffT('records:disposal.approve')).first().click()
  await rule.getByLabel(staffT('records:disposal.sure')).check()
  await checkPage(page)
  await rule.getByRole('button', { name: staffT('records:disposal.approve') }).click()
  await expect(rule).toContainText(staffT('records:disposal.state.approved'))
  await rule.getByRole('button', { name: staffT('records:disposal.end') }).click()
  await expect(rule).toContainText(staffT('records:disposal.state.ended'))
})

test('an administrator searches the audit, and the operator proves it with one command @once', async ({
  staffT,
  asStaff,
  checkPage,
}) => {
  const page = await asStaff('admin')
  await page.goto(paths.staffAudit())
  await page.getByLabel(staffT('records:audit.filter.event')).selectOption('signed-in')
  await page.getByRole('button', { name: staffT('records:show'), exact: true }).click()
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(staffT('records:event.signed-in'))
  await checkPage(page)
  const { DATABASE_URL: _, ...env } = process.env
  const words = ['app/cli/portal.ts', 'audit', 'verify']
  const { status, stdout } = spawnSync(process.execPath, words, {
    env: { ...env, NODE_ENV: 'production', DATA_DIR: process.env.PORTAL_DATA_DIR },
  })
  expect([status, stdout.toString()]).toEqual([
    0,
    expect.stringMatching(/^audit: \d+ lines, every one as it was written/),
  ])
})
