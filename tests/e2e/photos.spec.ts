import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { jpeg, telltales, tellingJpeg } from '../support/pictures.ts'
import { openCase, sendConcern, type Visiting } from '../support/send-concern.ts'
import { bodyField, fillInForm, sendButton, sendForm, type Teller } from '../support/tell-us.ts'

type File = { name: string; mimeType: string; buffer: Buffer }

const photo = async (name = 'gångväg.jpg'): Promise<File> => ({ name, mimeType: 'image/jpeg', buffer: await jpeg() })
const letter: File = { name: 'brev.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Hej! Det här är ett brev.') }

const chooser = ({ page, t }: Visiting) => page.getByLabel(t('photos:choose'))
const waiting = ({ page, t }: Visiting) =>
  page.getByRole('list', { name: t('photos:waiting.title') }).getByRole('listitem')
const shown = (page: Page, t: Visiting['t']) => page.getByRole('list', { name: t('photos:strip.title') }).locator('img')

/** Chooses photos; without script, has them uploaded, so that they are listed either way. */
async function add(teller: Teller, files: File[]): Promise<void> {
  const { page, t, script } = teller
  const before = await waiting(teller).count()
  await chooser(teller).setInputFiles(files)
  if (!script) await page.getByRole('button', { name: t('photos:keep') }).click()
  await expect(waiting(teller)).toHaveCount(before + files.length)
}

/** The bytes of each photo that a page shows, as its browser fetches them. */
async function bytesOf(page: Page, t: Visiting['t']): Promise<Buffer[]> {
  const sources = await shown(page, t).evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src))
  return Promise.all(sources.map(async (source) => (await page.request.get(source)).body()))
}

test('a resident sends photos with what she tells; she and the coordinator see them, without where they were taken', async ({
  page,
  lang,
  t,
  script,
  asStaff,
  staffT,
  checkPage,
}) => {
  test.slow()
  const teller = { page, lang, t, script }
  await fillInForm(teller)
  const telling = { name: 'hemma.jpg', mimeType: 'image/jpeg', buffer: await tellingJpeg() }
  await add(teller, [telling, await photo()])
  await checkPage(page)
  const code = await sendForm(teller)
  const ref = /NORDOST (\S+) /.exec(await page.locator('#proof').innerText())![1]!

  await openCase(teller, code)
  await expect(shown(page, t)).toHaveCount(2)
  await checkPage(page)
  const coordinator = await asStaff('coordinator')
  await coordinator.goto(paths.staffSubmission(ref))
  await expect(shown(coordinator, staffT)).toHaveCount(2)
  for (const [viewer, words] of [
    [page, t],
    [coordinator, staffT],
  ] as const) {
    const [first, second] = await bytesOf(viewer, words)
    expect(await sharp(first).metadata()).toMatchObject({ format: 'webp', width: 40, height: 80 })
    expect(await sharp(second).metadata()).toMatchObject({ format: 'webp', width: 64, height: 48 })
    for (const told of [...telltales, 'Exif', 'GPS']) expect(first!.includes(told), told).toBe(false)
  }
  const nobody = await page.context().browser()!.newContext()
  const source = await shown(page, t).first().getAttribute('src')
  expect((await nobody.request.get(new URL(source!, page.url()).href)).status()).toBe(404)
  await nobody.close()
})

test('of three files one is no photo: it is named, the other two wait, and what was written is still there', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await fillInForm(teller, { body: 'Soporna ligger kvar vid porten.' })
  await chooser(teller).setInputFiles([await photo(), letter, await photo('två.jpg')])
  if (!script) await sendButton(teller).click()
  await expect(waiting(teller)).toHaveCount(2)
  await expect(page.getByText('brev.jpg')).toBeVisible()
  await expect(page.getByText(t('errors:field.not-a-photo')).first()).toBeVisible()
  await checkPage(page)
  if (script) await expect(bodyField(teller)).toHaveValue('Soporna ligger kvar vid porten.')
  await openCase(teller, await sendForm(teller))
  await expect(page.getByText('Soporna ligger kvar vid porten.')).toBeVisible()
  await expect(shown(page, t)).toHaveCount(2)
})

test('a resident changes her mind about a photo, and it is gone', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await fillInForm(teller)
  await add(teller, [await photo('ett.jpg')])
  await add(teller, [await photo('två.jpg'), await photo('tre.jpg')])
  await page.getByRole('button', { name: t('photos:waiting.removeOne', { number: 2 }) }).click()
  await expect(waiting(teller)).toHaveCount(2)
  await openCase(teller, await sendForm(teller))
  await expect(shown(page, t)).toHaveCount(2)
})

test('a sixth photo is one too many, and the five are kept', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await fillInForm(teller)
  const six = await Promise.all(['1', '2', '3', '4', '5', '6'].map((number) => photo(`${number}.jpg`)))
  await chooser(teller).setInputFiles(six)
  if (!script) await sendButton(teller).click()
  await expect(waiting(teller)).toHaveCount(5)
  await expect(page.getByText('6.jpg')).toBeVisible()
  await expect(page.getByText(t('errors:field.too-many-photos')).first()).toBeVisible()
  await openCase(teller, await sendForm(teller))
  await expect(shown(page, t)).toHaveCount(5)
})

test('a resident adds a photo to her thread', async ({ page, lang, t, script, checkPage }) => {
  const teller = { page, lang, t, script }
  const { code } = await sendConcern(teller)
  await openCase(teller, code)
  await page.getByRole('textbox', { name: t('follow:reply.label') }).fill('Så här ser det ut nu.')
  await chooser(teller).setInputFiles([await photo()])
  await page.getByRole('button', { name: t('follow:reply.send') }).click()
  await expect(page.getByText('Så här ser det ut nu.')).toBeVisible()
  await expect(shown(page, t)).toHaveCount(1)
  await checkPage(page)
})

test(
  'a photo that loses its connection on the way can be tried again',
  { tag: '@script' },
  async ({ page, context, lang, t, script }) => {
    const teller = { page, lang, t, script }
    await fillInForm(teller)
    await context.setOffline(true)
    await chooser(teller).setInputFiles([await photo('ström.jpg')])
    await expect(page.getByText(t('photos:upload.failed'))).toBeVisible()
    await context.setOffline(false)
    await page.getByRole('button', { name: t('photos:upload.againOne', { name: 'ström.jpg' }) }).click()
    await expect(waiting(teller)).toHaveCount(1)
    await expect(page.getByText(t('photos:upload.failed'))).toBeHidden()
  },
)

test(
  'a photo whose answer is lost on the way and that is let go is listed, so that it can be taken away',
  { tag: '@script' },
  async ({ page, lang, t, script }) => {
    const teller = { page, lang, t, script }
    await fillInForm(teller)
    const uploads = `**${paths.submitPhotos(lang)}`
    await page.route(uploads, async (route) => {
      await route.fetch()
      await route.abort()
    })
    await chooser(teller).setInputFiles([await photo('tappad.jpg')])
    await expect(page.getByText(t('photos:upload.failed'))).toBeVisible()
    await page.unroute(uploads)
    await page.getByRole('button', { name: t('photos:upload.dropOne', { name: 'tappad.jpg' }) }).click()
    await expect(waiting(teller)).toHaveCount(1)
    await page.getByRole('button', { name: t('photos:waiting.removeOne', { number: 1 }) }).click()
    await expect(waiting(teller)).toHaveCount(0)
    await openCase(teller, await sendForm(teller))
    await expect(shown(page, t)).toHaveCount(0)
  },
)

test(
  'photos that wait with a draft are listed when the draft comes back',
  { tag: '@script' },
  async ({ page, lang, t, script }) => {
    const teller = { page, lang, t, script }
    await fillInForm(teller)
    await page.getByRole('checkbox', { name: t('submit:draft.keep') }).check()
    await add(teller, [await photo('ett.jpg'), await photo('två.jpg')])
    await page.reload()
    await expect(page.getByText(t('submit:draft.restored'))).toBeVisible()
    await expect(waiting(teller)).toHaveCount(2)
    await openCase(teller, await sendForm(teller))
    await expect(shown(page, t)).toHaveCount(2)
  },
)

test('of several files that are refused each is named with its reason @plain', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await fillInForm(teller)
  const large = { name: 'stor.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(15 * 1024 * 1024 + 1) }
  await chooser(teller).setInputFiles([letter, large])
  await sendButton(teller).click()
  const refused = page.locator('#photos-error').getByRole('listitem')
  await expect(refused.nth(0)).toHaveText(`brev.jpg${t('errors:field.not-a-photo')}`)
  await expect(refused.nth(1)).toHaveText(`stor.jpg${t('errors:field.too-large')}`)
  await checkPage(page)
})

test(
  'what is sent while a photo is on its way goes when that is there',
  { tag: '@script' },
  async ({ page, lang, t, script }) => {
    const teller = { page, lang, t, script }
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route(`**${paths.submitPhotos(lang)}`, async (route) => {
      await held
      await route.continue()
    })
    await fillInForm(teller)
    await chooser(teller).setInputFiles([await photo('långsam.jpg')])
    await expect(page.getByRole('progressbar')).toBeVisible()
    await sendButton(teller).click()
    await expect(page.getByText(t('photos:upload.held'))).toBeVisible()
    letGo()
    await page.waitForURL(`**${paths.received(lang)}`)
    await openCase(teller, (await page.locator('#code').innerText()).trim())
    await expect(shown(page, t)).toHaveCount(1)
  },
)

test('a photo on its way can be stopped', { tag: '@script' }, async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await page.route(`**${paths.submitPhotos(lang)}`, () => undefined)
  await fillInForm(teller)
  await chooser(teller).setInputFiles([await photo('fel.jpg')])
  await page.getByRole('button', { name: t('photos:upload.cancelOne', { name: 'fel.jpg' }) }).click()
  await expect(page.getByText('fel.jpg')).toBeHidden()
  await openCase(teller, await sendForm(teller))
  await expect(shown(page, t)).toHaveCount(0)
})
