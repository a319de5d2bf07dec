import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { sendConcern } from '../support/send-concern.ts'

test('who writes for the public sees what points out a person, and looks at what she leaves before it is saved', async ({
  lang,
  script,
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  const page = await asStaff('coordinator')
  const body = 'Min granne Zoltan Kiss, Bredfjällsgatan 46, parkerar ABC 123 på gångvägen. Ring 070-123 45 67.'
  const sent = await sendConcern(
    { page: await anotherVisitor(), lang },
    { category: 'vehicles', areaCode: '611', body },
  )
  await page.goto(paths.staffSubmission(sent.ref))
  const panel = page.getByRole('region', { name: staffT('staff:public.title') })
  const marks = panel.locator('mark')
  await expect(marks).toHaveText([
    `${staffT('personal:kind.name')}: Zoltan Kiss`,
    `${staffT('personal:kind.address')}: Bredfjällsgatan 46`,
    `${staffT('personal:kind.plate')}: ABC 123`,
    `${staffT('personal:kind.phone')}: 070-123 45 67`,
  ])

  const language = 'Svenska'
  await panel.getByLabel(staffT('staff:public.field.title', { language })).fill('Bil på gångvägen')
  const text = panel.getByLabel(staffT('staff:public.field.body', { language }))
  await text.fill('En bil, ABC 123, står på gångvägen.')
  await text.blur()
  if (script) await expect(panel.getByText(staffT('personal:draft'))).toBeVisible()
  const save = panel.getByRole('button', { name: staffT('staff:public.save'), exact: true })
  await save.click()
  await expect(page.getByRole('alert').filter({ hasText: staffT('errors:refusal.looks-personal') })).toBeVisible()
  await expect(text).toHaveValue('En bil, ABC 123, står på gångvägen.')
  await checkPage(page)
  await panel.getByLabel(staffT('personal:looked')).check()
  await save.click()
  await expect(page.getByText(staffT('staff:done.public-text'))).toBeVisible()
  await expect(panel.getByText(staffT('personal:saved'))).toBeVisible()
  await checkPage(page)
})
