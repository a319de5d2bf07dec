import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { openCase, sendConcern } from '../support/send-concern.ts'

test('a coordinator hands a case over to the police, who go on with it, and the resident is told', async ({
  lang,
  staffT,
  t,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, police, resident] = [await asStaff('coordinator'), await asStaff('officer'), await anotherVisitor()]
  const { ref, code } = await sendConcern({ page: resident, lang })
  const authority = staffT('staff:authority.polisen')
  await page.goto(paths.staffSubmission(ref))
  await page.getByRole('link', { name: staffT('handling:ways.handOver', { authority }) }).click()
  await checkPage(page)
  const letter = page.getByLabel(staffT('handling:handOver.told'), { exact: true })
  await expect(letter).toHaveValue(/114 14/)
  const send = page.getByRole('button', { name: staffT('handling:handOver.submit', { authority }) })
  await letter.fill('')
  await send.click()
  await expect(page.getByRole('alert')).toContainText(staffT('errors:field.missing'))
  await expect(letter).toHaveValue(/114 14/)
  await letter.fill('Polisen svarar dig på 114 14.')
  await send.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(staffT('handling:handedOver.title', { authority }))
  await checkPage(page)

  await police.goto(paths.staffSubmission(ref))
  await expect(police.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(police.getByRole('region', { name: staffT('staff:history.title') })).toContainText(
    staffT('handling:handOver.was', { from: staffT('staff:authority.goteborg'), to: authority }),
  )
  await openCase({ page: resident, lang, t }, code)
  await expect(resident.getByText('Polisen svarar dig på 114 14.')).toBeVisible()
})

test('a resident is sent to somebody outside with a letter, and reads how to reach them', async ({
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
  await page.goto(paths.staffSubmission(ref))
  await page.getByRole('link', { name: staffT('handling:ways.redirect') }).click()
  await page.getByLabel(staffT('handling:redirect.to'), { exact: true }).selectOption('trafikverket')
  await page.getByRole('button', { name: staffT('handling:redirect.choose') }).click()
  await checkPage(page)
  const letter = page.getByLabel(staffT('handling:redirect.letter'), { exact: true })
  await letter.fill('')
  await page.getByRole('button', { name: staffT('handling:redirect.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(staffT('errors:field.missing'))
  await letter.fill('Vägen sköts av staten.')
  await page.getByRole('button', { name: staffT('handling:redirect.submit') }).click()
  await expect(page.getByRole('status')).toContainText(staffT('staff:done.redirect'))

  await openCase({ page: resident, lang, t }, code)
  await expect(resident.getByText('Vägen sköts av staten.')).toBeVisible()
  const contact = resident.getByRole('region', { name: t('outside:name.trafikverket') })
  await expect(contact.getByRole('link', { name: '0771-921 921' })).toHaveAttribute('href', 'tel:0771921921')
  await checkPage(resident)
})
