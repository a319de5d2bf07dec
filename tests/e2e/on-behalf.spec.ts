import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { words } from '#app/i18n/catalogues.server.ts'
import { questions } from '#db/seeds/reference/questions.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { jpeg } from '../support/pictures.ts'

const mark = () => randomBytes(6).toString('hex')
const shape = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/

/** Writes down on the form what somebody tells on the telephone in Somali, and sends it. */
async function writeDown(page: Page, t: (key: string) => string, body: string): Promise<void> {
  await page.getByLabel(t('staff:entry.category')).selectOption('upkeep')
  await page.getByLabel(t('staff:entry.body')).fill(body)
  await page.getByLabel(t('staff:entry.area')).selectOption('606')
  await page.getByLabel(t('staff:entry.channel')).selectOption('phone')
  await page.getByLabel(t('staff:entry.interpretedFrom')).selectOption('so')
  await page.getByLabel(t('staff:entry.language')).selectOption('so')
  await page.getByRole('button', { name: t('staff:entry.submit') }).click()
}

test('a coordinator writes down what is told on the telephone and hands over the code', async ({
  staffT: t,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const body = `Hon säger att trappan är hal. ${mark()}`
  await page.goto(paths.staff())
  await page
    .getByRole('main')
    .getByRole('link', { name: t('staff:home.toEntry') })
    .click()
  await expect(page.getByRole('heading', { name: t('staff:entry.read') })).toBeVisible()
  await expect(page.getByText(words('sv')('handover:read.official'))).toBeVisible()
  await checkPage(page)
  await writeDown(page, t, body)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('staff:handover.title'))
  const code = await page.locator('#code').innerText()
  expect(code).toMatch(shape)
  expect(page.url()).not.toContain(code)
  await expect(page.getByText(words('so')('handover:keep'))).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: t('staff:handover.done') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('staff:handover.doneTitle'))
  await page.goBack()
  await expect(page.getByText(code)).toHaveCount(0)
  await page.goto(paths.staffHandOver())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('staff:handover.gone'))
  await checkPage(page)

  await page.goto(`${paths.staffQueue()}?status=received&category=upkeep&area=606&held=no`)
  await page.getByRole('listitem').filter({ hasText: body }).getByRole('link').click()
  const facts = page.getByRole('main').locator('dl:not(dialog dl)').first()
  for (const fact of [t('staff:channel.phone'), 'Kim Samordnare', t('staff:language.so')])
    await expect(facts).toContainText(fact)

  const opened = await resident.request.post(paths.follow('so'), { form: { code } })
  expect(await opened.text()).toContain(body)
})

test('what is missing is said, and what was written is kept', async ({ staffT: t, asStaff, checkPage }) => {
  const page = await asStaff('coordinator')
  await page.goto(paths.staffEnter())
  await page.getByLabel(t('staff:entry.body')).fill('Det är mörkt.')
  await page.getByRole('button', { name: t('staff:entry.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(t('errors:field.category-missing'))
  const named = ['category', 'place', 'channel'].map((field) => new RegExp(`^${t(`staff:entry.${field}`)}`))
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(named)
  await expect(page.getByLabel(t('staff:entry.body'))).toHaveValue('Det är mörkt.')
  await checkPage(page)
})

/** What the category asks, in Swedish. */
const asked = (category: 'lighting' | 'fires', key: string) => {
  const { label, options = [] } = questions[category]!.find((question) => question.key === key)!
  return { label: label.sv, answer: (value: string) => options.find((option) => option.value === value)!.label.sv }
}

test('a coordinator asks what the subject calls for, and takes photos along', async ({
  staffT: t,
  asStaff,
  script,
  checkPage,
}) => {
  test.slow()
  const page = await asStaff('coordinator')
  const body = `Hon säger att det är mörkt vid trappan. ${mark()}`
  await page.goto(paths.staffEnter())
  await page.getByLabel(t('staff:entry.body')).fill(body)
  await page.getByLabel(t('staff:entry.category')).selectOption('lighting')
  const questionsOf = async () => {
    if (!script) await page.getByRole('button', { name: t('staff:entry.showQuestions') }).click()
  }
  await questionsOf()
  const [fault, lamps] = [asked('lighting', 'fault'), asked('lighting', 'lamps')]
  await expect(page.getByLabel(lamps.label)).toHaveCount(0)
  await page.getByLabel(fault.answer('several')).check()
  await questionsOf()
  await page.getByLabel(lamps.label).fill('4')
  const photo = { name: 'lapp.jpg', mimeType: 'image/jpeg', buffer: await jpeg() }
  await page.getByLabel(t('photos:choose')).setInputFiles(photo)
  const waiting = page.getByRole('list', { name: t('photos:waiting.title') }).getByRole('listitem')
  // Without script it comes with the form, which is not whole yet.
  if (script) await expect(waiting).toHaveCount(1)
  await page.getByRole('button', { name: t('staff:entry.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(t('staff:entry.channel'))
  await expect(waiting).toHaveCount(1)
  await expect(page.getByLabel(lamps.label)).toHaveValue('4')
  await expect(page.getByLabel(t('staff:entry.body'))).toHaveValue(body)
  await checkPage(page)

  await page.getByLabel(t('staff:entry.area')).selectOption('606')
  await page.getByLabel(t('staff:entry.channel')).selectOption('paper')
  await page.getByRole('button', { name: t('staff:entry.submit') }).click()
  await page.getByRole('link', { name: t('staff:handover.open') }).click()
  await expect(page.getByRole('main')).toContainText(body)
  await expect(page.getByRole('heading', { name: t('staff:original.told') })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(fault.answer('several'))
  await expect(page.getByRole('list', { name: t('photos:strip.title') }).locator('img')).toHaveCount(1)
})

test('what is going on right now is answered with what to say, and can be sent in all the same', async ({
  staffT: t,
  asStaff,
  script,
  checkPage,
}) => {
  const page = await asStaff('coordinator')
  await page.goto(paths.staffEnter())
  await page.getByLabel(t('staff:entry.category')).selectOption('fires')
  await page.getByLabel(t('staff:entry.body')).fill(`Det brinner i en container. ${mark()}`)
  await page.getByLabel(t('staff:entry.area')).selectOption('606')
  await page.getByLabel(t('staff:entry.channel')).selectOption('phone')
  if (!script) await page.getByRole('button', { name: t('staff:entry.showQuestions') }).click()
  const ongoing = asked('fires', 'ongoing')
  await page.getByRole('group', { name: ongoing.label }).getByLabel(ongoing.answer('yes'), { exact: true }).check()
  if (script) await expect(page.getByRole('alert')).toContainText(t('staff:entry.advice'))
  await page.getByRole('button', { name: t('staff:entry.submit') }).click()
  await expect(page.locator('#code')).toHaveText(shape)
  await expect(page.getByRole('alert')).toContainText('112')
  await checkPage(page)
})

test('an organiser writes down at a dialogue what she may not read afterwards @once', async ({
  staffT: t,
  asStaff,
}) => {
  const page = await asStaff('organiser')
  await page.goto(paths.staff())
  await page
    .getByRole('main')
    .getByRole('link', { name: t('staff:home.toEntry') })
    .click()
  await writeDown(page, t, `Fler bänkar. ${mark()}`)
  await expect(page.locator('#code')).toHaveText(shape)
  await expect(page.getByRole('link', { name: t('staff:handover.open') })).toHaveCount(0)
  expect((await page.goto(paths.staffQueue()))?.status()).toBe(403)
})

test('who reads only has no way to write down @once', async ({ asStaff }) => {
  const page = await asStaff('registrar')
  for (const path of [paths.staffEnter(), paths.staffHandOver()]) expect((await page.goto(path))?.status()).toBe(403)
})
