import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { sendConcern } from '../support/send-concern.ts'

type Visit = { page: Page; lang: Language; t: TFunction; script: boolean }

/** Much like one of the examples that are published and open. */
const text = 'Det är ingen belysning på gångvägen mellan hållplatserna i Olofstorp.'

const next = ({ page, t }: Visit) => page.getByRole('button', { name: t('submit:step.next'), exact: true })
const known = ({ page, t }: Visit) => page.getByRole('region', { name: t('similar:title') })

/** Tells of the dark path in Bergum, up to where what is known already is shown. */
async function tell(visit: Visit): Promise<void> {
  const { page, lang, t, script } = visit
  await page.goto(paths.submitKind(lang, 'concern'))
  await page.getByRole('radio', { name: t('categories:lighting') }).check()
  const body = page.getByRole('textbox', { name: t('submit:concern.body') })
  if (!script) while (!(await body.isVisible())) await next(visit).click()
  await body.fill(text)
  if (!script) await next(visit).click()
  await page.getByLabel(t('submit:place.area')).selectOption('611')
  if (!script) await next(visit).click()
  await expect(known(visit)).toBeVisible()
}

const followButton = (visit: Visit) => known(visit).locator('button[value^="follow:"]').first()

test('who tells of what is known already follows it instead, and opens it with a code of her own', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const visit = { page, lang, t, script }
  await tell(visit)
  const title = (await known(visit).getByRole('heading', { level: 3 }).first().innerText()).trim()
  await expect(known(visit)).toContainText('Bergum')
  await checkPage(page)
  await followButton(visit).click()
  await page.waitForURL(`**${paths.received(lang)}`)
  await checkPage(page)
  const code = (await page.locator('#code').innerText()).trim()
  await page.goto(paths.follow(lang))
  await page.getByRole('textbox', { name: t('follow:code.label') }).fill(code)
  await page.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
  await expect(page.getByRole('main')).toContainText(title)
  await expect(page.getByText(text)).toHaveCount(0)
  await checkPage(page)
})

test('whose matter is another goes on and sends it', async ({ page, lang, t, script }) => {
  const visit = { page, lang, t, script }
  await tell(visit)
  await known(visit)
    .getByRole('button', { name: t('similar:other') })
    .click()
  await expect(known(visit)).toHaveCount(0)
  const send = page.getByRole('button', { name: t('submit:send'), exact: true })
  if (!script) while (!(await send.isVisible())) await next(visit).click()
  await send.click()
  await expect(page.locator('#code')).toBeVisible()
})

test(
  'a whole form that is posted at once is never held up by what is known already',
  { tag: '@once' },
  async ({ page, lang }) => {
    const { ref } = await sendConcern({ page, lang }, { body: text, areaCode: '611' })
    expect(ref).toMatch(/^\w{4}-\w{4}$/)
  },
)
