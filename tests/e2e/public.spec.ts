import type { Page } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'

/** The first published submission that has an answer and a commitment with a number. */
async function openAnswered(page: Page, lang: 'sv' | 'en' | 'ar' | 'so'): Promise<void> {
  await page.goto(`${paths.submissions(lang)}?area=hjallbo`)
  await page.getByRole('main').getByRole('article').getByRole('link').first().click()
}

test('a resident follows the thread from a voice to the answer, the commitment and its result', async ({
  page,
  lang,
  t,
}) => {
  await openAnswered(page, lang)
  const chain = page.getByRole('region', { name: t('submissions:chain.title') })
  await expect(
    chain
      .getByRole('listitem')
      .filter({ hasText: t('submissions:chain.voice') })
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: t('submissions:answer.title') })).toBeVisible()
  await chain.getByRole('link').nth(1).click()
  await expect(page).toHaveURL(/commitments\/[a-z-]+-2026$/)
  await expect(page.getByText(t('commitments:result'), { exact: true })).toBeVisible()
  await expect(page.getByRole('progressbar').first()).toHaveAttribute('aria-valuetext', /\d/)
})

test('a submission without an answer says so, and that the rest has not come yet', async ({ page, lang, t }) => {
  await page.goto(`${paths.submissions(lang)}?area=utby`)
  await page.getByRole('main').getByRole('article').getByRole('link').first().click()
  await expect(page.getByText(t('submissions:answer.none'))).toBeVisible()
  await expect(page.getByText(t('submissions:chain.notYet')).first()).toBeVisible()
})

test('the list is narrowed by area with a plain form, and shown whole again', async ({ page, lang, t }) => {
  await page.goto(paths.submissions(lang))
  const elsewhere = page.getByRole('article').filter({ hasNotText: 'Hammarkullen' })
  await expect(elsewhere.first()).toBeVisible()
  await page.getByLabel(t('submissions:filters.area')).selectOption('hammarkullen')
  await page.getByRole('button', { name: t('submissions:filters.apply') }).click()
  await expect(page).toHaveURL(/area=hammarkullen/)
  await expect(page.getByRole('article').first()).toContainText('Hammarkullen')
  await expect(elsewhere).toHaveCount(0)
  await page.getByRole('link', { name: t('submissions:filters.clear') }).click()
  await expect(elsewhere.first()).toBeVisible()
})

test('filters that nothing fits say so kindly', async ({ page, lang, t }) => {
  await page.goto(`${paths.submissions(lang)}?area=agnesberg&category=praise`)
  await expect(page.getByText(t('submissions:noneOfThese'))).toBeVisible()
})

test(
  'without script the map is a drawing whose areas and counts are links',
  { tag: '@plain' },
  async ({ page, lang, t }) => {
    await page.goto(paths.map(lang))
    const map = page.getByRole('group', { name: t('map:label') })
    await expect(map.getByRole('link', { name: 'Gunnilse', exact: true })).toHaveAttribute(
      'href',
      paths.area(lang, 'gunnilse'),
    )
    const hexagon = map.getByRole('link', { name: /Hammarkullen.*:/ }).first()
    await expect(hexagon).toHaveAttribute('href', /submissions\?around=[0-9a-f]{15}$/)
    const [count] = /\d+/.exec((await hexagon.textContent())!)!
    await page.goto((await hexagon.getAttribute('href'))!)
    await expect(page.getByRole('article')).toHaveCount(Number(count))
  },
)

test(
  'with script the map is moved and zoomed by keyboard, and its counts lead to the list',
  { tag: '@script' },
  async ({ page, lang, t, checkPage }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(paths.map(lang))
    const map = page.getByRole('group', { name: t('map:label') })
    await expect(map.getByText('Gunnilse', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: t('map:zoomIn') }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(map.getByText('Hammarkulletorget', { exact: true })).toBeVisible()
    await map.focus()
    const hexagon = map.getByRole('link', { name: /Hammarkullen.*:/ }).first()
    await expect(async () => {
      await page.keyboard.press('ArrowLeft')
      await expect(hexagon).toBeVisible({ timeout: 500 })
    }).toPass()
    await checkPage(page)
    await hexagon.focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/submissions\?around=/)
    await expect(page.getByRole('article').first()).toContainText('Hammarkullen')
  },
)

test('the pledge shows all ten commitments, who answers for them and where a report is missing', async ({
  page,
  lang,
  t,
}) => {
  await page.goto(paths.commitments(lang))
  const cards = page.getByRole('main').getByRole('article')
  await expect(cards).toHaveCount(10)
  await expect(page.getByText(t('common:example'), { exact: true }).first()).toBeVisible()
  const patrols = cards.filter({ hasText: t('commitments:number', { number: 4 }) })
  await expect(patrols).toContainText('200')
  await expect(patrols).toContainText(t('commitments:state.on-pace'))
  await expect(cards.filter({ hasText: t('commitments:number', { number: 6 }) })).toContainText(
    t('commitments:state.behind'),
  )
  await expect(cards.nth(2)).toContainText(t('commitments:report.missing'))
})

test('the pledge that has ended is reached from the current one, and is honest about its results', async ({
  page,
  lang,
  t,
}) => {
  await page.goto(paths.commitments(lang))
  await page
    .getByRole('navigation', { name: t('commitments:earlier') })
    .getByRole('link')
    .click()
  await expect(page).toHaveURL(paths.pledge(lang, 'nordost-2023-2024'))
  await expect(page.getByText(t('commitments:endedUnreported'))).toBeVisible()
  await expect(page.getByText(t('commitments:report.neverHere'))).toHaveCount(10)
})

test('an area tells what was said there and which meetings are to come', async ({ page, lang, t }) => {
  await page.goto(paths.area(lang, 'hammarkullen'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hammarkullen')
  const said = page.getByRole('region', { name: t('areas:said') }).getByRole('article')
  await expect(said.first()).toBeVisible()
  await expect(said.filter({ hasNotText: 'Hammarkullen' })).toHaveCount(0)
  const meetings = page.getByRole('region', { name: t('areas:dialogues') })
  await meetings.getByRole('link').first().click()
  await expect(page).toHaveURL(paths.dialogue(lang, 'hammarkullen-young-people-in-the-evening'))
})

test('a number that is not published is not there', { tag: '@once' }, async ({ page, lang }) => {
  for (const ref of ['0000-0000', 'nonsense'])
    expect((await page.goto(paths.submission(lang, ref)))?.status()).toBe(404)
})
