import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'

type Visit = { page: Page; lang: Language; t: TFunction; script: boolean }

const search = ({ page, t }: Visit) => page.getByRole('searchbox', { name: t('places:search') })
const results = ({ page, t }: Visit) => page.getByRole('list', { name: t('places:results') })
const chosen = ({ page, t }: Visit) => page.getByRole('status').filter({ hasText: t('places:chosen') })
const map = ({ page, t }: Visit) => page.getByRole('group', { name: t('map:label') })
const next = ({ page, t }: Visit) => page.getByRole('button', { name: t('submit:step.next'), exact: true })
const lat = ({ page }: Visit) => page.locator('input[name=lat]')

/** Fills in what comes before the place: on the page itself, or step by step where script does not run. */
async function toPlace(visit: Visit): Promise<void> {
  const { page, lang, t, script } = visit
  await page.goto(paths.submitKind(lang, 'concern'))
  await page.getByRole('radio', { name: t('categories:litter') }).check()
  const text = page.getByRole('textbox', { name: t('submit:concern.body') })
  if (script) return text.fill('Skräp överallt efter helgen.')
  while (!(await text.isVisible())) await next(visit).click()
  await text.fill('Skräp överallt efter helgen.')
  await next(visit).click()
  await expect(search(visit)).toBeVisible()
}

/** Goes on to the end and sends. */
async function send(visit: Visit): Promise<void> {
  const { page, t, script } = visit
  const button = page.getByRole('button', { name: t('submit:send'), exact: true })
  const other = page.getByRole('button', { name: t('similar:other') })
  if (!script) while (!(await button.isVisible())) await ((await other.isVisible()) ? other : next(visit)).click()
  await button.click()
  await expect(page.locator('#code')).toBeVisible()
}

test('who spells a square wrong finds it all the same', async ({ page, lang, t, script, checkPage }) => {
  const visit = { page, lang, t, script }
  await toPlace(visit)
  await search(visit).fill('hamarkuletorget')
  if (script) {
    await expect(
      page
        .getByText(t('places:found', { count: 1 }))
        .or(results(visit))
        .first(),
    ).toBeVisible()
    await checkPage(page)
    await results(visit).getByRole('button', { name: 'Hammarkulletorget' }).click()
    await expect(chosen(visit)).toContainText('Hammarkulletorget')
    await expect(page.locator('select[name=place]')).toHaveValue('hammarkulletorget')
    await expect(results(visit)).toHaveCount(0)
  } else {
    await page.getByRole('button', { name: t('places:go'), exact: true }).click()
    await checkPage(page)
    await page.getByRole('radio', { name: 'Hammarkulletorget' }).check()
    await next(visit).click()
    await expect(page.locator('input[name=place]')).toHaveValue('hammarkulletorget')
  }
  await send(visit)
})

test('a whole area is found by what people call it', async ({ page, lang, t, script }) => {
  const visit = { page, lang, t, script }
  await toPlace(visit)
  await search(visit).fill('storas')
  if (script) {
    await results(visit)
      .getByRole('button', { name: t('places:what.areaCalled', { name: 'Storås' }) })
      .click()
    await expect(page.locator('select[name=areaCode]')).toHaveValue('606')
  } else {
    await search(visit).press('Enter')
    await page.getByRole('radio', { name: t('places:what.areaCalled', { name: 'Storås' }) }).check()
    await next(visit).click()
    await expect(page.locator('input[name=areaCode]')).toHaveValue('606')
  }
  await send(visit)
})

test('where nothing is found it is said, and the lists are there', async ({ page, lang, t, script, checkPage }) => {
  const visit = { page, lang, t, script }
  await toPlace(visit)
  await search(visit).fill('حمّاركولن')
  if (!script) await page.getByRole('button', { name: t('places:go'), exact: true }).click()
  await expect(page.getByText(t('places:none'))).toBeVisible()
  await checkPage(page)
  if (!script) await page.getByRole('button', { name: t('places:lists') }).click()
  await page.getByLabel(t('submit:place.list')).selectOption({ label: 'Rymdtorget' })
  if (!script) await next(visit).click()
  await send(visit)
})

test('a search is done with the keyboard alone @script', async ({ page, lang, t, script }) => {
  const visit = { page, lang, t, script }
  await toPlace(visit)
  await search(visit).focus()
  await page.keyboard.type('rymdtorget')
  await expect(results(visit).getByRole('button').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('#code')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(results(visit).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('select[name=place]')).toHaveValue('rymdtorget')
  await expect(chosen(visit)).toContainText('Rymdtorget')
})

test('a point is chosen on the map with the keyboard alone, and it is said where it is @script', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const visit = { page, lang, t, script }
  await toPlace(visit)
  await expect(map(visit)).toHaveAccessibleDescription(t('map:howToPick'))
  // Until it is drawn it cannot be focused.
  await expect(map(visit)).toHaveAttribute('tabindex', '0')
  await map(visit).focus()
  await page.keyboard.press('Enter')
  await expect(lat(visit)).toHaveValue(/^57\.\d+$/)
  const before = await lat(visit).inputValue()
  await expect(chosen(visit)).toContainText(t('places:where.in', { area: '' }).trim().split(' ')[0]!)
  await page.keyboard.press('ArrowDown')
  await expect(async () => {
    await page.keyboard.press('Enter')
    expect(Number(await lat(visit).inputValue())).toBeLessThan(Number(before))
  }).toPass()
  await checkPage(page)
  await page.getByRole('button', { name: t('places:remove') }).click()
  await expect(lat(visit)).toHaveValue('')
})

test('a point outside Nordost is told at once @script', async ({ page, lang, t, script }) => {
  const visit = { page, lang, t, script }
  await toPlace(visit)
  await expect(map(visit)).toHaveAttribute('tabindex', '0')
  await map(visit).scrollIntoViewIfNeeded()
  await map(visit).click({ position: { x: 12, y: 370 } })
  await expect(page.getByText(t('errors:field.outside-area'))).toBeVisible()
  await page.getByLabel(t('submit:place.area')).selectOption('606')
  await expect(page.getByText(t('errors:field.outside-area'))).toHaveCount(0)
  await expect(lat(visit)).toHaveValue('')
})

test('who allows it is found where she is, to about ten metres @script', async ({
  page,
  context,
  lang,
  t,
  script,
  checkPage,
}) => {
  const visit = { page, lang, t, script }
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 57.780_291_23, longitude: 12.035_791_99, accuracy: 15 })
  await toPlace(visit)
  await expect(page.getByText(t('places:here.what'))).toBeVisible()
  await page.getByRole('button', { name: t('places:here.button') }).click()
  await expect(lat(visit)).toHaveValue('57.7803')
  await expect(page.locator('input[name=lon]')).toHaveValue('12.0358')
  await expect(chosen(visit)).toContainText(t('places:where.near', { area: 'Hammarkullen', near: 'Hammarkulletorget' }))
  // The bar at the bottom must not lie over half a button of the map while the page is looked at.
  await chosen(visit).evaluate((box) => box.scrollIntoView({ block: 'start' }))
  await checkPage(page)
  await send(visit)
})

test('who is somewhere else, or says no, is told so and chooses in another way @script', async ({
  page,
  context,
  lang,
  t,
  script,
}) => {
  const visit = { page, lang, t, script }
  await toPlace(visit)
  await page.getByRole('button', { name: t('places:here.button') }).click()
  await expect(page.getByText(t('places:here.denied'))).toBeVisible()
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 59.33, longitude: 18.06 })
  await page.getByRole('button', { name: t('places:here.button') }).click()
  await expect(page.getByText(t('errors:field.outside-area'))).toBeVisible()
  await search(visit).fill('kortedala torg')
  await results(visit).getByRole('button').first().click()
  await expect(page.getByText(t('errors:field.outside-area'))).toHaveCount(0)
  await send(visit)
})
