import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request as outside, type Page } from '@playwright/test'
import sharp from 'sharp'
import { paths } from '#app/paths.ts'
import { actOnCase, beginWork, type Act } from '../support/act-on-case.ts'
import { expect, test } from '../support/browser.ts'
import { openCase, sendConcern } from '../support/send-concern.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const theAnswer: Act = ['answer', { 'answer.sv': 'Vi byter lampan i veckan.', audience: 'resident', after: '0' }]

/** The latest mail to an address, from the outbox of trial mode, when the worker has done its part. */
async function mailTo(admin: Page, address: string, subject: string): Promise<string> {
  const mail = admin.getByRole('listitem').filter({ hasText: address }).filter({ hasText: subject }).first()
  await expect(async () => {
    await admin.goto(paths.staffOutbox())
    await expect(mail).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  return mail.innerText()
}

const linkIn = (mail: string) => /https?:\/\/\S+\/bell\/\w+/.exec(mail)![0]

test('a resident sees by when she is answered, says whether she felt heard, and that it is not solved', async ({
  page,
  lang,
  t,
  asStaff,
  checkPage,
}) => {
  test.slow()
  const visit = { page, lang, t }
  const { code, ref } = await sendConcern(visit)
  await openCase(visit, code)
  const clocks = page.getByRole('region', { name: t('statuses:received') }).getByRole('listitem')
  await expect(clocks).toHaveCount(2)
  if (lang === 'sv') {
    await expect(clocks.first()).toHaveText(/^Vi läser det senast \p{L}+dag \d+ \p{L}+/u)
    await expect(clocks.last()).toHaveText(/^Svar senast \p{L}+dag \d+ \p{L}+/u)
  }
  await checkPage(page)
  await actOnCase(await asStaff('coordinator'), ref, [...beginWork, theAnswer])

  await page.goto(paths.follow(lang))
  await expect(page.getByText('Vi byter lampan i veckan.')).toBeVisible()
  await press(page, t('follow:rating.no'))
  await expect(page.getByText(t('follow:rating.said.no'))).toBeVisible()
  await press(page, t('follow:rating.partly'))
  await expect(page.getByText(t('follow:rating.said.partly'))).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: t('follow:done.rated') })).toBeVisible()
  await checkPage(page)

  await page.getByText(t('follow:reopen.title')).click()
  await press(page, t('follow:reopen.send'))
  await expect(page.getByText(t('errors:field.missing')).first()).toBeVisible()
  await page.getByLabel(t('follow:reopen.label')).fill('Den lyser inte än.')
  await press(page, t('follow:reopen.send'))
  await expect(page.getByRole('heading', { name: t('statuses:reopen_requested') })).toBeVisible()
  await expect(page.getByText('Den lyser inte än.')).toBeVisible()
  await expect(page.getByText(t('follow:done.reopened'))).toBeVisible()
  await checkPage(page)
})

test('a resident leaves an address, says yes in the mail, is told of news, and stops it with one tap', async ({
  page,
  lang,
  t,
  asStaff,
  checkPage,
}) => {
  test.slow()
  const visit = { page, lang, t }
  const address = `${randomBytes(6).toString('hex')}@example.com`
  const { code, ref } = await sendConcern(visit)
  await openCase(visit, code)
  await page.getByRole('textbox', { name: t('follow:bell.label'), exact: true }).fill(address)
  await press(page, t('follow:bell.save'))
  await expect(page.getByText(t('follow:done.bell-asked'))).toBeVisible()
  await expect(page.getByText(address)).toHaveCount(0)

  const admin = await asStaff('admin')
  const asked = await mailTo(admin, address, t('mail:confirm.subject'))
  expect(asked).not.toContain(ref)
  // A mail program looks first; that says nothing.
  await page.request.get(linkIn(asked))
  await page.goto(linkIn(asked))
  await checkPage(page)
  await press(page, t('bells:asks.yes'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('bells:rings.title'))
  await checkPage(page)

  await actOnCase(await asStaff('coordinator'), ref, [...beginWork, theAnswer])
  const rung = await mailTo(admin, address, t('mail:bell.subject'))
  expect(rung).not.toMatch(new RegExp(`lampan|${ref}`, 'i'))
  // As the mail program of somebody who has never been here posts it: no cookies, no page that it comes from.
  const stranger = await outside.newContext()
  const form = { 'List-Unsubscribe': 'One-Click' }
  for (let time = 0; time < 2; time++) expect((await stranger.post(linkIn(rung), { form })).status()).toBe(200)
  await stranger.dispose()
  await page.goto(linkIn(rung))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('bells:gone.title'))
  await checkPage(page)
  await page.goto(paths.follow(lang))
  await expect(page.getByText(t('follow:bell.none'))).toBeVisible()
})

test('a resident withdraws the address that she left with the form, and nothing is sent to it', async ({
  page,
  lang,
  t,
}) => {
  const visit = { page, lang, t }
  const { code } = await sendConcern(visit, { contactEmail: `${randomBytes(6).toString('hex')}@example.com` })
  await expect(page.getByText(t('receipt:bell.asked'))).toBeVisible()
  await openCase(visit, code)
  await press(page, t('follow:bell.withdraw'))
  await expect(page.getByText(t('follow:done.bell-withdrawn'))).toBeVisible()
  await expect(page.getByText(t('follow:bell.none'))).toBeVisible()
})

test('a resident chooses the language of the answer again', async ({ page, lang, t }) => {
  const visit = { page, lang, t }
  await openCase(visit, (await sendConcern(visit)).code)
  await page.getByLabel(t('follow:languages.answer')).selectOption('so')
  await page.getByLabel(t('follow:languages.wrote')).selectOption('ti')
  await press(page, t('follow:languages.save'))
  await expect(page.getByText(t('follow:done.languages'))).toBeVisible()
  await expect(page.getByLabel(t('follow:languages.answer'))).toHaveValue('so')
  await expect(page.getByLabel(t('follow:languages.wrote'))).toHaveValue('ti')
})

test('a resident answers with a photo alone, and sees it in the thread', async ({
  page,
  lang,
  script,
  t,
  checkPage,
}) => {
  const visit = { page, lang, t }
  await openCase(visit, (await sendConcern(visit)).code)
  const buffer = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#206040' } })
    .png()
    .toBuffer()
  await page.getByLabel(t('photos:choose')).setInputFiles({ name: 'trappa.png', mimeType: 'image/png', buffer })
  // What is uploaded moves the button down.
  if (script) await expect(page.getByRole('status').filter({ hasText: t('photos:upload.done') })).toBeVisible()
  await press(page, t('follow:reply.send'))
  await expect(page.getByText(t('follow:reply.sent'))).toBeVisible()
  const photo = page.getByRole('img', { name: t('photos:strip.alt', { number: 1, all: 1 }) })
  await photo.scrollIntoViewIfNeeded()
  await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(40)
  await checkPage(page)
  await press(page, t('follow:reply.send'))
  await expect(page.getByText(t('errors:field.message-missing')).first()).toBeVisible()
})

test('a resident takes along what is stored about her case', async ({ page, lang, t, checkPage }) => {
  const visit = { page, lang, t }
  const { code, ref } = await sendConcern(visit)
  await openCase(visit, code)
  await page.getByText(t('follow:data.title')).click()
  for (const name of ['read', 'machine']) {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: t(`follow:data.${name}`) }).click()
    expect(readFileSync(await (await download).path(), 'utf8')).toContain(ref)
  }
  await checkPage(page)
})
