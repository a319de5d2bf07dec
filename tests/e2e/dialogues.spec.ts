import type { Page } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'

const roomy = 'hammarkullen-young-people-in-the-evening'
const crowded = 'kortedala-talk-in-a-small-group'
const cancelled = 'lovgardet-open-evening'

/** Answers the question that the dialogue in Hammarkullen asks. */
const choose = (page: Page) => page.getByRole('radio').first().check()

test('a resident reads what is coming and what has been, and puts a dialogue in her calendar', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  await page.goto(paths.dialogues(lang))
  await checkPage(page)
  await page.locator(`a[href="${paths.dialogue(lang, 'gamlestads-torg-drop-in')}"]`).click()
  await expect(page.getByText(t('dialogues:outcome.said'), { exact: true })).toBeVisible()
  await checkPage(page)

  await page.goto(paths.dialogue(lang, 'bergsjon-safety-walk'))
  await expect(page.getByRole('heading', { name: t('dialogues:steps.follow-up') })).toBeVisible()
  await checkPage(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('dialogues:calendar') }).click(),
  ])
  expect(file.suggestedFilename()).toBe('bergsjon-safety-walk.ics')
})

test('a resident signs up without an address, comes with more, and cancels', async ({ page, lang, t, checkPage }) => {
  await page.goto(paths.dialogue(lang, roomy))
  await page.getByRole('link', { name: t('dialogues:signUp.open') }).click()
  await checkPage(page)
  await page.getByLabel(t('dialogues:form.name')).fill('<b>Amina</b> 🎈')
  await choose(page)
  await page.getByRole('button', { name: t('dialogues:form.send') }).click()

  await expect(page).toHaveURL(/\/bookings\/\w{20}$/)
  await expect(page.getByText('<b>Amina</b> 🎈')).toBeVisible()
  await expect(page.getByText(t('bookings:key.only'))).toBeVisible()
  await checkPage(page)
  const address = page.url()

  await page.getByLabel(t('bookings:change.partySize')).selectOption('3')
  await page.getByLabel(t('bookings:change.needs')).fill('مترجم')
  await page.getByRole('button', { name: t('bookings:change.save') }).click()
  await expect(page.getByRole('status')).toContainText(t('bookings:saved'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('bookings:state.confirmed', { count: 3 }))

  await page.goto(address)
  await page.getByRole('link', { name: t('bookings:cancel.start') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('bookings:cancel.sure'))
  await checkPage(page)
  await page.getByRole('button', { name: t('bookings:cancel.confirm') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('bookings:state.cancelled'))
  await checkPage(page)
})

test('a form that is wrong keeps what was typed and says what is wrong', async ({ page, lang, t, checkPage }) => {
  await page.goto(paths.signUp(lang, roomy))
  await page.getByLabel(t('dialogues:form.name')).fill('x'.repeat(300))
  await page.getByLabel(t('dialogues:form.email')).fill('nope')
  await page.getByLabel(t('dialogues:form.needs')).fill('Hörslinga')
  await page.getByRole('button', { name: t('dialogues:form.send') }).click()
  const summary = page.getByRole('alert')
  for (const code of ['name-too-long', 'not-an-address', 'missing'])
    await expect(summary).toContainText(t(`errors:field.${code}`))
  await expect(page.getByLabel(t('dialogues:form.needs'))).toHaveValue('Hörslinga')
  await expect(page.getByLabel(t('dialogues:form.email'))).toHaveValue('nope')
  await checkPage(page)
})

test('a resident joins the waiting list of a full dialogue and sees her place in it', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  await page.goto(paths.dialogue(lang, crowded))
  await expect(page.getByText(t('dialogues:seats.full'), { exact: true })).toBeVisible()
  await page.getByRole('link', { name: t('dialogues:signUp.full') }).click()
  await page.getByLabel(t('dialogues:form.name')).fill('Hodan')
  await page.getByRole('button', { name: t('dialogues:form.sendWaiting') }).click()
  const place = t('bookings:state.waitlisted', { place: '#' }).replace('#', '')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(place.trim().split(/\s{2,}/)[0]!)
  await checkPage(page)
})

test('a cancelled dialogue says so first, with the reason, and takes no one', async ({ page, lang, t, checkPage }) => {
  await page.goto(paths.dialogue(lang, cancelled))
  await expect(page.getByText(t('dialogues:cancelled'), { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: t('dialogues:signUp.open') })).toHaveCount(0)
  await checkPage(page)
  await page.goto(paths.signUp(lang, cancelled))
  await expect(page.getByText(t('dialogues:form.closed'))).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
})
