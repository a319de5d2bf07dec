import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { findInQueue } from '../support/find-in-queue.ts'
import { sendConcern } from '../support/send-concern.ts'

const mark = () => randomBytes(6).toString('hex')

/** Sends a concern in Arabic in and finds it in the queue; gives its receipt code. */
async function tellInArabic(resident: Page, staff: Page, body: string): Promise<string> {
  const { code } = await sendConcern({ page: resident, lang: 'ar' }, { areaCode: '613', body })
  await staff.goto(`${paths.staffQueue()}?category=lighting&area=613`)
  return code
}

test('an officer who writes no Arabic sees that it is Arabic, and sends a reply that is written beforehand', async ({
  staffT: t,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [staff, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const body = `الشارع مظلم جدا في الليل. ${mark()}`
  const code = await tellInArabic(resident, staff, body)
  const row = await findInQueue(staff, t, body)
  await expect(row).toContainText(t('staff:queue.writtenIn', { language: t('staff:language.ar') }))
  await row.getByRole('link').click()
  await expect(staff.getByText(t('staff:reply.never'))).toBeVisible()
  await expect(staff.getByText(t('staff:replies.unreviewed', { language: t('staff:language.ar') }))).toBeVisible()
  await staff.getByText(t('staff:replies.see')).click()
  await expect(staff.getByText(words('ar')('replies:text.fixed')).first()).toBeVisible()
  await expect(staff.getByText(words('sv')('replies:text.fixed')).first()).toBeVisible()
  await checkPage(staff)

  await staff.getByLabel(t('staff:replies.choose'), { exact: true }).selectOption('working-on-it')
  await staff.getByRole('button', { name: t('staff:replies.submit') }).click()
  await expect(staff.getByRole('status')).toContainText(t('staff:done.standard-reply'))
  await expect(staff.getByRole('region', { name: t('staff:thread.title'), exact: true })).toContainText(
    words('ar')('replies:text.working-on-it'),
  )
  const read = await (await resident.request.post(paths.follow('ar'), { form: { code } })).text()
  for (const tag of ['ar', 'sv'] as const) expect(read).toContain(words(tag)('replies:text.working-on-it'))
})

test('a wrong guess is put right', async ({ staffT: t, asStaff, anotherVisitor }) => {
  const [staff, body] = [await asStaff('coordinator'), `الشارع مظلم جدا في الليل. ${mark()}`]
  await tellInArabic(await anotherVisitor(), staff, body)
  await (await findInQueue(staff, t, body)).getByRole('link').click()
  await staff.getByText(t('staff:written.correct')).click()
  await staff.getByLabel(t('staff:written.label')).selectOption('fa')
  await staff.getByRole('button', { name: t('staff:written.submit') }).click()
  await expect(staff.getByRole('status')).toContainText(t('staff:done.correct-language'))
  await expect(staff.getByRole('main').locator('dl:not(dialog dl)').first()).toContainText(t('staff:language.fa'))
})

test('the answer is written in the language that is wanted, beside the Swedish', async ({
  staffT: t,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [staff, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const body = `الشارع مظلم جدا في الليل. ${mark()}`
  const code = await tellInArabic(resident, staff, body)
  await (await findInQueue(staff, t, body)).getByRole('link').click()
  for (const way of ['screening', 'in_progress']) {
    await staff.getByLabel(t('staff:move.to'), { exact: true }).selectOption({ label: t(`staff:move.way.${way}`) })
    await staff.getByRole('button', { name: t('staff:move.submit'), exact: true }).click()
    await expect(staff.getByRole('main')).toContainText(t(`staff:move.hint.${way}`))
  }
  await expect(staff.getByText(t('staff:answer.wanted', { language: t('staff:language.ar') }))).toBeVisible()
  await checkPage(staff)
  await staff.getByLabel(t('staff:answer.body', { language: 'العربية' })).fill('تم إصلاح المصباح.')
  await staff.getByLabel(t('staff:answer.body', { language: 'Svenska' })).fill('Lampan är lagad.')
  await staff.getByRole('button', { name: t('staff:answer.submit'), exact: true }).click()
  await expect(staff.getByRole('status')).toContainText(t('staff:done.answer'))
  const read = await (await resident.request.post(paths.follow('ar'), { form: { code } })).text()
  expect(read).toContain('تم إصلاح المصباح.')
})
