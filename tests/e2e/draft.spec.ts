import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import {
  bodyField,
  categoryRadio,
  chooseCategory,
  emailField,
  fillInForm,
  openForm,
  sendButton,
  sendForm,
  type Teller,
} from '../support/tell-us.ts'

const keep = ({ page, t }: Teller) => page.getByRole('checkbox', { name: t('submit:draft.keep') })
const restored = ({ page, t }: Teller) => page.getByText(t('submit:draft.restored'))
const kept = ({ page }: Teller) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .map((entry) => entry.join())
      .join(),
  )

test('nothing is kept on the device before she says yes @script', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  await bodyField(teller).fill('Hemligt tills vidare.')
  expect(await kept(teller)).toBe('')
  await page.reload()
  await expect(sendButton(teller)).toBeVisible()
  await expect(restored(teller)).toHaveCount(0)
  await expect(bodyField(teller)).toHaveValue('')
})

test('after a yes a reload brings back what was said, and sending forgets it @script', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  await expect(page.getByText(t('submit:draft.who'))).toBeVisible()
  await keep(teller).check()
  await chooseCategory(teller, 'lighting')
  await page.locator('input[name="answers.fault"][value=several]').check()
  await page.locator('input[name="answers.lamps"]').fill('4')
  await bodyField(teller).fill('Mörkt vid bron.\nHela vägen.')
  await page.getByLabel(t('submit:place.list')).selectOption({ label: 'Rymdtorget' })
  await emailField(teller).fill('amina@exempel.se')
  await page.reload()

  await expect(restored(teller)).toBeVisible()
  await expect(keep(teller)).toBeChecked()
  await expect(categoryRadio(teller, 'lighting')).toBeChecked()
  await expect(page.locator('input[name="answers.lamps"]')).toHaveValue('4')
  await expect(bodyField(teller)).toHaveValue('Mörkt vid bron.\nHela vägen.')
  await expect(page.getByLabel(t('submit:place.list'))).toHaveValue('rymdtorget')
  await expect(emailField(teller)).toHaveValue('amina@exempel.se')
  await checkPage(page)

  await sendForm(teller)
  await expect.poll(() => kept(teller)).toBe('')
  await openForm(teller)
  await expect(bodyField(teller)).toHaveValue('')
})

test('"forget it" takes away what was kept, and the page begins anew @script', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  await categoryRadio(teller, 'lighting').check()
  await bodyField(teller).fill('Ska glömmas.')
  await keep(teller).check()
  await page.reload()
  await expect(bodyField(teller)).toHaveValue('Ska glömmas.')
  await page.getByRole('button', { name: t('submit:draft.forget') }).click()
  await expect(page.getByText(t('submit:draft.forgotten'))).toBeVisible()
  await expect(bodyField(teller)).toHaveValue('')
  await expect(categoryRadio(teller, 'lighting')).not.toBeChecked()
  await expect(page.locator('input[name="answers.fault"]')).toHaveCount(0)
  expect(await kept(teller)).toBe('')
  await checkPage(page)
  await bodyField(teller).fill('Något nytt.')
  await page.reload()
  await expect(sendButton(teller)).toBeVisible()
  await expect(bodyField(teller)).toHaveValue('')
})

test('a no after a yes takes away what was kept, and leaves the page as it is @script @once', async ({
  page,
  lang,
  t,
  script,
}) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  await bodyField(teller).fill('Bara på sidan.')
  await keep(teller).check()
  expect(await kept(teller)).toContain('Bara på sidan.')
  await keep(teller).uncheck()
  expect(await kept(teller)).toBe('')
  await expect(bodyField(teller)).toHaveValue('Bara på sidan.')
})

test('after a day and a night what was kept is gone @script @once', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  await keep(teller).check()
  await bodyField(teller).fill('Från i går.')
  await expect.poll(() => kept(teller)).toContain('Från i går.')
  await page.goto(paths.home(lang))
  await page.evaluate(() => {
    const [[name, text] = ['', '']] = Object.entries<string>(localStorage)
    const draft = JSON.parse(text) as { savedAt: number }
    localStorage.setItem(name, JSON.stringify({ ...draft, savedAt: draft.savedAt - 24 * 60 * 60 * 1000 }))
  })
  await openForm(teller)
  await expect(bodyField(teller)).toHaveValue('')
  expect(await kept(teller)).toBe('')
})

test('when the connection is lost nothing is, and trying again gives one submission @script', async ({
  page,
  context,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await fillInForm(teller, { body: 'Skickat i en tunnel.' })
  await context.setOffline(true)
  await sendButton(teller).click()
  await expect(page.getByText(t('submit:lost.title'))).toBeVisible()
  await expect(bodyField(teller)).toHaveValue('Skickat i en tunnel.')
  await checkPage(page)
  await sendButton(teller).click()
  await expect(page.getByText(t('submit:lost.title'))).toBeVisible()
  await context.setOffline(false)
  const token = await page.locator('input[name=formToken]').inputValue()
  const first = await sendForm(teller)

  // Sent once more with the same token, as after an answer that never arrived.
  const fields = { formToken: token, category: 'upkeep', body: 'Skickat i en tunnel.', areaCode: '606' }
  await page.request.post(paths.submitKind(lang, 'concern'), { form: fields, maxRedirects: 0 })
  await page.goto(paths.received(lang))
  await expect(page.locator('#code')).toHaveText(first)
})

test('a portal that does not answer is told as a lost connection @script @once', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await fillInForm(teller, {})
  await page.route('**/healthz', (route) => route.abort())
  await sendButton(teller).click()
  await expect(page.getByText(t('submit:lost.body'))).toBeVisible()
  await page.unroute('**/healthz')
  await sendForm(teller)
})
