import type { Page } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { bodyField, goOn, openForm, chooseCategory, tellUs, type Teller } from '../support/tell-us.ts'

const way = ({ page, t }: Teller) => page.getByRole('link', { name: t('common:leave.link') })

/** Lets the portal answer, and shows a harmless page in the place of the outside one that it leads to. */
async function standIn({ page, lang }: Teller): Promise<{ headers: () => Record<string, string> }> {
  let answered: Record<string, string> = {}
  await page.route(`**${paths.leave(lang)}`, async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    answered = answer.headers()
    expect(answer.status()).toBe(303)
    await route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Sunny</h1>' })
  })
  return { headers: () => answered }
}

const cookieNames = async (page: Page) => (await page.context().cookies()).map(({ name }) => name)

test('one tap leaves, forgets and leads to a harmless page', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await page.goto(paths.language(lang, paths.submit(lang)))
  await expect(page.getByText(t('common:leave.about')).filter({ visible: true })).toHaveCount(1)
  await openForm(teller)
  await chooseCategory(teller, 'upkeep')
  await bodyField(teller).fill('Ingen får se det här.')
  if (script) await page.getByRole('checkbox', { name: t('submit:draft.keep') }).check()
  const outside = await standIn(teller)
  await way(teller).click()
  await expect(page.getByRole('heading', { name: 'Sunny' })).toBeVisible()
  expect(outside.headers()).toMatchObject({
    location: 'https://www.smhi.se/',
    'clear-site-data': '"cache", "storage"',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  // The language that she reads is no secret of hers, and stays.
  expect(await cookieNames(page)).toContain('language')
  if (script) expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await page.goBack()
  await expect(page.getByText('Ingen får se det här.')).toHaveCount(0)
  if (script) await expect(page).toHaveURL(new RegExp(`${paths.submit(lang)}$`))
})

test('the receipt and an open case are left and forgotten too', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  const code = await tellUs(teller)
  expect(await cookieNames(page)).toContain('receipt')
  await standIn(teller)
  await way(teller).click()
  await expect(page.getByRole('heading', { name: 'Sunny' })).toBeVisible()
  await page.goto(paths.received(lang))
  await expect(page.getByText(code)).toHaveCount(0)

  await page.goto(paths.follow(lang))
  await page.getByRole('textbox', { name: t('follow:code.label') }).fill(code)
  await page.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('follow:case.title'))
  await way(teller).click()
  await expect(page.getByRole('heading', { name: 'Sunny' })).toBeVisible()
  expect(await cookieNames(page)).not.toContain('follow')
  await page.goto(paths.follow(lang))
  await expect(page.getByRole('textbox', { name: t('follow:code.label') })).toBeVisible()
})

test('Escape three times, quickly, does the same; slowly it does nothing @script', async ({
  page,
  lang,
  t,
  script,
}) => {
  const teller = { page, lang, t, script }
  await standIn(teller)
  await page.clock.install()
  await openForm(teller)
  await bodyField(teller).fill('Snabbt bort.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await expect(bodyField(teller)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Sunny' })).toBeVisible()
})

test('the way out lies at the thumb, large enough, and covers nothing that can be pressed', async ({
  page,
  lang,
  t,
  script,
}) => {
  const teller = { page, lang, t, script }
  const { width, height } = page.viewportSize()!
  for (const address of [
    paths.submit(lang),
    paths.submitKind(lang, 'idea'),
    paths.received(lang),
    paths.follow(lang),
  ]) {
    await page.goto(address)
    const box = (await way(teller).boundingBox())!
    expect(Math.min(box.width, box.height), address).toBeGreaterThanOrEqual(44)
    expect(box.y + box.height, address).toBeLessThanOrEqual(height)
    expect(box.y, address).toBeGreaterThan(height - 90)
    const atEnd = lang === 'ar' ? box.x < width / 2 : box.x > width / 2
    expect(atEnd || width > 1000, address).toBe(true)
    // At the end of the page everything lies above it.
    await page.keyboard.press('End')
    const lowest = await page.locator('footer').evaluate((footer) => {
      window.scrollTo(0, document.documentElement.scrollHeight)
      return footer.getBoundingClientRect().bottom
    })
    expect(lowest, address).toBeLessThanOrEqual((await way(teller).boundingBox())!.y)
  }
})

test('no browser keeps the pages where a person writes, gets a code or reads', async ({ page, lang, t, script }) => {
  const answers: [string, string | undefined][] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.request().isNavigationRequest()) answers.push([pathname, response.headers()['cache-control']])
  })
  const teller = { page, lang, t, script }
  const code = await tellUs(teller)
  await page.goto(paths.follow(lang))
  await page.getByRole('textbox', { name: t('follow:code.label') }).fill(code)
  await page.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('follow:case.title'))
  await openForm(teller)
  await goOn(teller)
  for (const address of [paths.submit(lang), paths.submitKind(lang, 'tip'), paths.verify(lang)])
    await page.goto(address)
  expect(answers.length).toBeGreaterThan(7)
  for (const [pathname, control] of answers) expect(control ?? 'no-store', pathname).toBe('no-store')
  // What anybody may read stays where it is quick to read again.
  expect((await page.goto(paths.home(lang)))?.headers()['cache-control']).toBe('no-cache')
})
