import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'

type Visit = { page: Page; lang: Language; t: TFunction }

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label })
const sendButton = ({ page, t }: Visit) => page.getByRole('button', { name: t('submit:send'), exact: true })

/** Fills in the form of a concern without a place. */
async function fillIn(visit: Visit, text: string): Promise<void> {
  const { page, lang, t } = visit
  await page.goto(paths.submitKind(lang, 'concern'))
  await page.getByRole('radio', { name: t('categories:lighting') }).check()
  await field(page, t('submit:concern.body')).fill(text)
}

/** Sends a concern about Hammarkulletorget and gives its code, as it is read from the page. */
async function tellUs(visit: Visit, text: string): Promise<string> {
  await fillIn(visit, text)
  await visit.page.getByLabel(visit.t('submit:place.list')).selectOption({ label: 'Hammarkulletorget' })
  await sendButton(visit).click()
  await visit.page.waitForURL(`**${paths.received(visit.lang)}`)
  return (await visit.page.locator('#code').innerText()).trim()
}

/** Opens a thread with its code. */
async function open({ page, lang, t }: Visit, code: string): Promise<void> {
  await page.goto(paths.follow(lang))
  await field(page, t('follow:code.label')).fill(code)
  await page.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
}

test('before anything is written a resident is asked about danger, and told who reads', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  await page.goto(paths.submit(lang))
  await expect(page.getByRole('heading', { name: t('submit:danger.title') })).toBeVisible()
  await expect(page.getByRole('link', { name: t('submit:danger.call') })).toHaveAttribute('href', 'tel:112')
  await checkPage(page)
  await page.getByRole('link', { name: t('submit:concern.open') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:concern.heading'))
  await checkPage(page)
  await page.goto(paths.follow(lang))
  await checkPage(page)
  await page.goto(`${paths.received(lang)}?saved`)
  await checkPage(page)
})

test('a resident tells of a dark path, keeps the code, and comes back to write more', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  const visit = { page, lang, t }
  const addresses: string[] = []
  page.on('framenavigated', (frame) => addresses.push(frame.url()))

  const code = await tellUs(visit, 'Det är mörkt på gångvägen.\nLampan är trasig 🙂 <b>nu</b>')
  expect(code).toMatch(/^(\w{4}-){4}\w{4}$/)
  await checkPage(page)
  await page.getByRole('button', { name: t('submit:received.saved') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:thanks.title'))
  await page.getByRole('link', { name: t('submit:gone.open') }).click()
  await field(page, t('follow:code.label')).fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
  await expect(page.getByRole('heading', { name: t('statuses:received') })).toBeVisible()
  await expect(page.getByText('Lampan är trasig 🙂 <b>nu</b>')).toBeVisible()
  await checkPage(page)

  await field(page, t('follow:reply.label')).fill('Det är värst vid trappan.')
  await page.getByRole('button', { name: t('follow:reply.send') }).click()
  await expect(page.getByRole('status')).toContainText(t('follow:reply.sent'))
  await expect(page.getByText('Det är värst vid trappan.')).toBeVisible()

  await page.getByRole('button', { name: t('follow:close.button') }).click()
  await page.waitForURL(`**${paths.home(lang)}`)
  await page.goto(paths.follow(lang))
  await expect(field(page, t('follow:code.label'))).toBeVisible()
  expect(addresses.join('\n')).not.toContain(code)
})

test('what was typed stays when something is missing, and each thing that is wrong leads to its field', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  await page.goto(paths.submitKind(lang, 'idea'))
  await field(page, t('submit:idea.body')).fill('Fler bänkar vid torget.')
  await field(page, t('submit:place.note')).fill('Vid lekplatsen')
  await field(page, t('submit:contact.label')).fill('ingen adress')
  await sendButton({ page, lang, t }).click()

  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link')).toHaveCount(3)
  await expect(field(page, t('submit:idea.body'))).toHaveValue('Fler bänkar vid torget.')
  await expect(field(page, t('submit:place.note'))).toHaveValue('Vid lekplatsen')
  await expect(field(page, t('submit:contact.label'))).toHaveValue('ingen adress')
  await checkPage(page)
  await summary.getByRole('link', { name: t('submit:short.contactEmail') }).click()
  await expect(field(page, t('submit:contact.label'))).toBeFocused()
})

test('a resident points at the map instead of choosing from the list @script', async ({ page, lang, t }) => {
  const visit = { page, lang, t }
  await fillIn(visit, 'Lampan här är trasig.')
  await page.getByLabel(t('submit:place.area')).selectOption('606')
  const map = page.getByRole('group', { name: t('map:label') })
  await map.scrollIntoViewIfNeeded()
  await map.click({ position: { x: 120, y: 200 } })
  await expect(page.locator('input[name=lat]')).toHaveValue(/^57\.\d+$/)
  await expect(page.getByLabel(t('submit:place.area'))).toHaveValue('')
  await page.getByLabel(t('submit:place.area')).selectOption('606')
  await expect(page.locator('input[name=lat]')).toHaveValue('')
  await page.getByRole('button', { name: t('map:pickMiddle') }).click()
  await expect(page.locator('input[name=lat]')).toHaveValue(/^57\.\d+$/)
  await sendButton(visit).click()
  await expect(page.locator('#code')).toBeVisible()
})

test('a place outside Nordost is told kindly, and the text is still there @script', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  const visit = { page, lang, t }
  await fillIn(visit, 'Det är mörkt vid havet.')
  const map = page.getByRole('group', { name: t('map:label') })
  await map.scrollIntoViewIfNeeded()
  await map.click({ position: { x: 12, y: 380 } })
  await expect(page.locator('input[name=lat]')).toHaveValue(/^57\.\d+$/)
  await sendButton(visit).click()
  await expect(page.getByText(t('errors:field.outside-area')).first()).toBeVisible()
  await expect(field(page, t('submit:concern.body'))).toHaveValue('Det är mörkt vid havet.')
  await checkPage(page)
  await page.getByLabel(t('submit:place.list')).selectOption({ label: 'Rymdtorget' })
  await sendButton(visit).click()
  await expect(page.locator('#code')).toBeVisible()
})

test('who writes a long text is told how much room is left @script @once', async ({ page, lang, t }) => {
  await fillIn({ page, lang, t }, 'a'.repeat(4990))
  await expect(page.getByText(t('submit:body.left', { left: 10 }))).toBeVisible()
  await field(page, t('submit:concern.body')).fill('a'.repeat(5007))
  await expect(page.getByText(t('submit:body.over', { over: 7 }))).toBeVisible()
})

test('who knows something about a crime is shown the way to the police, and finds no form', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  await page.goto(paths.submit(lang))
  await page.getByRole('link', { name: t('submit:tip.open') }).click()
  await expect(page.getByRole('link', { name: t('submit:tip.call') })).toHaveAttribute('href', 'tel:11414')
  await expect(page.getByRole('link', { name: t('submit:tip.web') })).toHaveAttribute('href', 'https://polisen.se')
  await expect(page.locator('form')).toHaveCount(0)
  await checkPage(page)
})

test('the code is not there for who comes after, not even by going back', async ({ page, lang, t, checkPage }) => {
  const visit = { page, lang, t }
  const code = await tellUs(visit, 'Någon klottrar på skolan.')
  await page.getByRole('button', { name: t('submit:received.saved') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:thanks.title'))
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('submit:received.title'))
  await page.goto(paths.received(lang))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:gone.title'))
  await expect(page.getByText(code)).toHaveCount(0)
  await checkPage(page)
})

test('a wrong code opens nothing, and who tries too often has to wait', async ({ page, lang, t, checkPage }) => {
  const visit = { page, lang, t }
  await open(visit, '7KQ4-2M9P-0000-1111-ZZZZ')
  await expect(page.getByText(t('errors:field.wrong-code')).first()).toBeVisible()
  await checkPage(page)
  for (let tried = 1; tried < 30; tried++)
    await page.request.post(paths.follow(lang), { form: { code: `wrong ${tried}` } })
  const refused = await page.request.post(paths.follow(lang), { form: { code: 'wrong' } })
  expect(refused.status()).toBe(429)
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
  await open(visit, 'wrong again')
  await expect(page.getByRole('alert')).toBeVisible()
})
