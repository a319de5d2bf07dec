import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { findInQueue } from '../support/find-in-queue.ts'
import { sendConcern } from '../support/send-concern.ts'

const mark = () => randomBytes(6).toString('hex')

/** Sends a concern in at once, as a machine does, and stands on its receipt; gives its code. */
const send = async (page: Page, body: string, more: Record<string, string> = {}): Promise<string> =>
  (await sendConcern({ page, lang: 'sv' }, { category: 'vehicles', areaCode: '610', body, ...more })).code

test('a burst from one address is taken whole, and held for somebody to look at @once', async ({
  page,
  staffT: t,
  asStaff,
  checkPage,
}) => {
  const [staff, text] = [await asStaff('coordinator'), `Köp billiga däck hos oss ${mark()}`]
  const codes = new Set<string>()
  for (let sent = 1; sent <= 7; sent++) codes.add(await send(page, `${text}, nummer ${sent}`))
  for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
  expect(codes.size).toBe(7)

  await staff.goto(`${paths.staffQueue()}?category=vehicles&area=610&held=yes`)
  const held = staff.getByRole('region', { name: t('staff:queue.heldTitle') })
  await expect(held.getByRole('listitem').filter({ hasText: text })).toHaveCount(7)
  await checkPage(staff)
  await staff.goto(`${paths.staffQueue()}?category=vehicles&area=610`)
  await expect(held.getByRole('listitem').filter({ hasText: text }).first()).toBeVisible()
  await staff.goto(`${paths.staffQueue()}?category=vehicles&area=610&held=no`)
  await expect(staff.getByText(text)).toHaveCount(0)

  await staff.goto(`${paths.staffQueue()}?category=vehicles&area=610&held=yes`)
  await held
    .getByRole('listitem')
    .filter({ hasText: `${text}, nummer 7` })
    .getByRole('link')
    .click()
  for (const reason of ['too-fast', 'many-from-one-visitor'])
    await expect(staff.getByText(t(`staff:held.reason.${reason}`))).toBeVisible()
})

test('a hidden field that no person sees gives a machine away, and the receipt is the same @once', async ({
  page,
  staffT: t,
  asStaff,
}) => {
  const [staff, text] = [await asStaff('coordinator'), `Besök vår sida ${mark()}`]
  expect(await send(page, text, { website: 'https://example.org' })).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
  await expect(page.getByText(t('submit:received.title'))).toBeVisible()
  await staff.goto(`${paths.staffQueue()}?category=vehicles&area=610&held=yes`)
  await (await findInQueue(staff, t, text)).getByRole('link').click()
  await expect(staff.getByText(t('staff:held.reason.honeypot'))).toBeVisible()
})

test('what is held is said to be no spam, or spam, and that is taken back', async ({
  page,
  staffT: t,
  asStaff,
  checkPage,
}) => {
  const [staff, text] = [await asStaff('coordinator'), `En skrotbil står kvar ${mark()}`]
  await send(page, text)
  await staff.goto(`${paths.staffQueue()}?category=vehicles&area=610&held=yes`)
  await expect(staff.getByRole('region', { name: t('staff:queue.heldTitle') })).toBeVisible()
  await checkPage(staff)
  await (await findInQueue(staff, t, text)).getByRole('link').click()
  await expect(staff.getByRole('heading', { name: t('staff:held.title') })).toBeVisible()
  await checkPage(staff)
  const press = async (button: string, done: string) => {
    await staff.getByRole('button', { name: t(button), exact: true }).click()
    await expect(staff.getByRole('status')).toContainText(t(`staff:done.${done}`))
  }
  await press('staff:held.release', 'release-held')
  await expect(staff.getByRole('heading', { name: t('staff:held.title') })).toHaveCount(0)

  await staff.getByText(t('staff:spam.choose')).click()
  await press('staff:spam.mark', 'mark-spam')
  await expect(staff.getByRole('heading', { name: /^Märkt som skräp/ })).toBeVisible()
  await expect(staff.getByRole('button', { name: t('staff:public.publish'), exact: true })).toHaveCount(0)
  await checkPage(staff)
  await press('staff:spam.undo', 'unmark-spam')
  await expect(staff.getByRole('main')).toContainText(t('staff:move.hint.in_progress'))
})
