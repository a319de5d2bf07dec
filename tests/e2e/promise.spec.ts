import { paths } from '#app/paths.ts'
import { actOnCase, beginWork } from '../support/act-on-case.ts'
import { expect, test } from '../support/browser.ts'
import { openCase, sendConcern } from '../support/send-concern.ts'

test('a coordinator states by when the next step comes, and the resident reads it as a promise', async ({
  lang,
  staffT,
  t,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const { ref, code } = await sendConcern({ page: resident, lang })
  await actOnCase(page, ref, beginWork)
  await openCase({ page: resident, lang, t }, code)
  const promised = resident.getByRole('region', { name: t('statuses:in_progress') }).getByRole('listitem')
  await expect(promised.last()).toHaveText(/^Du hör från oss senast \p{L}+dag \d+ \p{L}+/u)
  await checkPage(resident)

  await page.goto(paths.staffSubmission(ref))
  const clocks = page.getByRole('region', { name: staffT('staff:clocks.title') })
  await clocks.getByText(staffT('staff:nextDay.change'), { exact: true }).click()
  await checkPage(page)
  const day = clocks.getByLabel(staffT('staff:nextDay.step'))
  await day.fill('2020-01-02')
  await clocks.getByLabel(staffT('staff:nextDay.why')).fill('Trafikkontoret svarar först.')
  // The browser itself keeps her from a day that has passed; whoever posts it all the same is told.
  await day.evaluate((field) => field.removeAttribute('min'))
  await clocks.getByRole('button', { name: staffT('staff:nextDay.submit') }).click()
  await expect(clocks.getByRole('alert')).toContainText(staffT('errors:field.not-a-coming-day'))
  await expect(clocks.getByLabel(staffT('staff:nextDay.why'))).toHaveValue('Trafikkontoret svarar först.')
  const on = new Date(Date.now() + 21 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  await day.fill(on)
  await clocks.getByLabel(staffT('staff:nextDay.outside')).check()
  await clocks.getByRole('button', { name: staffT('staff:nextDay.submit') }).click()
  await expect(page.getByRole('status').filter({ hasText: staffT('staff:done.next-day') })).toBeVisible()
  await expect(page.getByText(staffT('staff:waiting.outside'), { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: staffT('staff:note.title') })).toContainText(
    'Trafikkontoret svarar först.',
  )

  await resident.reload()
  await expect(promised.last()).toHaveText(/^Vi väntar på någon annan\. Du hör från oss senast \p{L}+dag \d+ \p{L}+/u)
  await expect(resident.getByText('Trafikkontoret')).toHaveCount(0)
  await page.goto(`/staff/queue?q=${ref}`)
  await expect(page.getByText(staffT('staff:waiting.outside'), { exact: true }).first()).toBeVisible()
})
