import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { paths } from '#app/paths.ts'
import { actOnCase, beginWork } from '../support/act-on-case.ts'
import { expect, test } from '../support/browser.ts'
import { sendConcern } from '../support/send-concern.ts'
import { touchDrag } from '../support/touch-drag.ts'

/** A street with something that must not be seen: a bright square from 50 to 75 percent across and down. */
async function street(): Promise<Buffer> {
  const [width, height] = [800, 600]
  const face = { create: { width: width / 4, height: height / 4, channels: 3 as const, background: '#f0a' } }
  return sharp({ create: { width, height, channels: 3, background: '#8ab' } })
    .composite([{ input: face, left: width / 2, top: height / 2 }])
    .jpeg()
    .toBuffer()
}

/** A case with a photo, screened and with a public text; gives its reference. */
async function caseWithPhoto(resident: Page, staff: Page): Promise<string> {
  const photos = { name: 'gata.jpg', mimeType: 'image/jpeg', buffer: await street() }
  const { ref } = await sendConcern({ page: resident, lang: 'sv' }, { body: 'Lampan är trasig.' }, { photos })
  await actOnCase(staff, ref, beginWork)
  const page = await (await staff.request.get(paths.staffSubmission(ref))).text()
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const shown = { 'title.sv': 'En trasig lampa', 'body.sv': 'Lampan lyser inte.', seen }
  await actOnCase(staff, ref, [
    ['public-text', shown],
    ['publish', {}],
  ])
  return ref
}

/** The colour of a picture that a page shows, at a place in percent. */
async function colourAt(page: Page, image: Locator, [x, y]: [number, number]): Promise<number[]> {
  const source = await image.evaluate((img) => (img as HTMLImageElement).src)
  const { data, info } = await sharp(await (await page.request.get(source)).body())
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (Math.floor((y * info.height) / 100) * info.width + Math.floor((x * info.width) / 100)) * 3
  return [...data.subarray(at, at + 3)]
}
const isBlack = (colour: number[]) => Math.max(...colour) < 12

test('a coordinator covers a face, looks at what the public will see, shows it, and takes it away again', async ({
  staffT,
  t,
  script,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const ref = await caseWithPhoto(resident, page)
  const publicPhotos = () => resident.getByRole('list', { name: t('submissions:photos.title') }).locator('img')

  await page.goto(paths.staffSubmission(ref))
  await page.getByRole('link', { name: staffT('photo-editor:strip.editOne', { number: 1 }) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(staffT('photo-editor:title', { number: 1, all: 1 }))
  await checkPage(page)

  const canvas = page.getByRole('group', { name: staffT('photo-editor:original.alt') })
  const preview = page.getByRole('region', { name: staffT('photo-editor:preview.title') }).getByRole('img')
  if (script) {
    await canvas.scrollIntoViewIfNeeded()
    const at = (await canvas.boundingBox())!
    await page.mouse.move(at.x + at.width * 0.48, at.y + at.height * 0.48)
    await page.mouse.down()
    await page.mouse.move(at.x + at.width * 0.6, at.y + at.height * 0.6)
    await page.mouse.move(at.x + at.width * 0.77, at.y + at.height * 0.77)
    await page.mouse.up()
  } else {
    for (const [side, value] of Object.entries({ left: 48, top: 48, width: 29, height: 29 }))
      await page.locator(`[name="box.1.${side}"]`).fill(String(value))
  }
  await page.getByLabel(staffT('photo-editor:alt.label')).fill('En gångväg med en trasig lampa')
  if (!script) await page.getByRole('button', { name: staffT('photo-editor:edit.look') }).click()
  await expect.poll(async () => isBlack(await colourAt(page, preview, [62, 62]))).toBe(true)
  expect(isBlack(await colourAt(page, preview, [20, 20]))).toBe(false)
  await checkPage(page)
  // What is drawn and not saved would not be covered in what is shown.
  await expect(page.getByRole('button', { name: staffT('photo-editor:state.to.public') })).toHaveCount(0)

  await page.getByRole('button', { name: staffT('photo-editor:edit.submit'), exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: staffT('photo-editor:done.edit') })).toBeVisible()
  await resident.goto(paths.submission('sv', ref))
  await expect(publicPhotos()).toHaveCount(0)
  await page.getByRole('button', { name: staffT('photo-editor:state.to.public') }).click()
  await expect(page.getByRole('status').filter({ hasText: staffT('photo-editor:done.public') })).toBeVisible()

  // The kept page is emptied within moments.
  await expect(async () => {
    await resident.reload()
    await expect(publicPhotos()).toHaveCount(1, { timeout: 500 })
  }).toPass()
  await expect(publicPhotos()).toHaveAttribute('alt', 'En gångväg med en trasig lampa')
  expect(isBlack(await colourAt(resident, publicPhotos(), [62, 62]))).toBe(true)
  await checkPage(resident)

  const address = await publicPhotos().evaluate((img) => (img as HTMLImageElement).src)
  await page.getByRole('button', { name: staffT('photo-editor:state.to.hide') }).click()
  await expect(page.getByRole('status').filter({ hasText: staffT('photo-editor:done.internal') })).toBeVisible()
  expect((await resident.request.get(address)).status()).toBe(404)
})

test('boxes are made, moved, resized, removed and undone by keyboard alone @once @script', async ({
  staffT,
  asStaff,
  anotherVisitor,
}) => {
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const ref = await caseWithPhoto(resident, page)
  await page.goto(paths.staffSubmission(ref))
  await page.getByRole('link', { name: staffT('photo-editor:strip.editOne', { number: 1 }) }).click()
  await page.getByRole('button', { name: staffT('photo-editor:tools.add') }).press('Enter')
  const box = (left: number, top: number, width: number, height: number) =>
    page.getByRole('button', { name: staffT('photo-editor:box.at', { number: 1, left, top, width, height }) })
  await box(40, 40, 20, 20).focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown'])
    await page.keyboard.press(key)
  await expect(box(42, 39, 21, 21)).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByText(staffT('photo-editor:box.none'))).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(box(42, 39, 21, 21)).toBeVisible()
  await page.getByRole('button', { name: staffT('photo-editor:tools.add') }).press('Enter')
  await page.getByRole('button', { name: staffT('photo-editor:tools.undo') }).press('Enter')
  await expect(box(42, 39, 21, 21)).toBeVisible()
  await page.locator('[name="box.1.left"]').fill('10.5')
  await page.getByRole('button', { name: staffT('photo-editor:edit.submit'), exact: true }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: staffT('photo-editor:done.edit') })).toBeVisible()
})

/** How large a picture that a page shows is, in pixels of its file. */
async function sizeOf(page: Page, image: Locator): Promise<{ width: number; height: number }> {
  const source = await image.evaluate((img) => (img as HTMLImageElement).src)
  const { width, height } = await sharp(await (await page.request.get(source)).body()).metadata()
  return { width, height }
}

/** Waits until a part of the photo lies there, but for the percent that a finger on a small screen is out by. */
async function liesAbout(page: Page, part: string, numbers: [number, number, number, number]): Promise<void> {
  for (const [index, side] of ['left', 'top', 'width', 'height'].entries()) {
    const field = page.locator(`[name="${part}.${side}"]`)
    const message = `how far ${part}.${side} is from ${numbers[index]}`
    await expect
      .poll(async () => Math.abs(Number(await field.inputValue()) - numbers[index]!), { message })
      .toBeLessThanOrEqual(1.5)
  }
}

test('a photo is covered and cropped by finger and by fields; withheld it is gone from the public page, and comes back as it was cropped @once @script', async ({
  staffT,
  t,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const ref = await caseWithPhoto(resident, page)
  await page.goto(paths.staffSubmission(ref))
  await page.getByRole('link', { name: staffT('photo-editor:strip.editOne', { number: 1 }) }).tap()
  const canvas = page.getByRole('group', { name: staffT('photo-editor:original.alt') })
  const button = (name: string) => page.getByRole('button', { name: staffT(`photo-editor:${name}`), exact: true })
  await button('tools.crop').tap()
  await expect(button('tools.crop')).toHaveAttribute('aria-pressed', 'true')
  await canvas.scrollIntoViewIfNeeded()
  const at = (await canvas.boundingBox())!
  /** A point of the photo in percent, and so many pixels beside it. */
  const spot = (x: number, y: number, beside = 0) =>
    [at.x + (at.width * x) / 100 + beside, at.y + (at.height * y) / 100 + beside] as const

  // A crop is drawn, moved by what is in it, and resized by a finger that comes down beside its circle.
  await touchDrag(page, spot(30, 30), spot(40, 50), spot(70, 70))
  await liesAbout(page, 'crop', [30, 30, 40, 40])
  await touchDrag(page, spot(40, 40), spot(44, 44), spot(50, 50))
  await liesAbout(page, 'crop', [40, 40, 40, 40])
  await touchDrag(page, spot(80, 80, 12), spot(85, 85, 12), spot(90, 90, 12))
  await liesAbout(page, 'crop', [40, 40, 50, 50])
  // A box lies over it, is moved and resized in the same way, and undone step by step.
  await button('tools.box').tap()
  await expect(button('tools.box')).toHaveAttribute('aria-pressed', 'true')
  await canvas.scrollIntoViewIfNeeded()
  Object.assign(at, await canvas.boundingBox())
  await touchDrag(page, spot(45, 45), spot(60, 50), spot(65, 55))
  await touchDrag(page, spot(50, 50), spot(55, 60), spot(55, 60))
  await touchDrag(page, spot(70, 65, 12), spot(75, 70, 12), spot(80, 80, 12))
  await liesAbout(page, 'box.1', [50, 55, 30, 25])
  await liesAbout(page, 'crop', [40, 40, 50, 50])
  await checkPage(page)
  for (let step = 1; step <= 3; step++) await button('tools.undo').tap()
  await expect(page.getByText(staffT('photo-editor:box.none'))).toBeVisible()

  // By keys: moved, resized, no smaller than may be, removed and taken back.
  const crop = (left: number, top: number, width: number, height: number) =>
    page.getByRole('button', { name: staffT('photo-editor:crop.at', { left, top, width, height }) })
  for (const side of ['left', 'top']) await page.locator(`[name="crop.${side}"]`).fill('44')
  for (const side of ['width', 'height']) await page.locator(`[name="crop.${side}"]`).fill('11')
  await crop(44, 44, 11, 11).focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowUp'])
    await page.keyboard.press(key)
  await expect(crop(45, 45, 10, 10)).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.locator('[name="crop.left"]')).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(crop(45, 45, 10, 10)).toBeVisible()
  for (const side of ['width', 'height']) await page.locator(`[name="crop.${side}"]`).fill('40')
  const preview = page.getByRole('region', { name: staffT('photo-editor:preview.title') }).getByRole('img')
  await expect.poll(() => sizeOf(page, preview)).toEqual({ width: 320, height: 240 })

  await page.getByLabel(staffT('photo-editor:alt.label')).fill('En gångväg')
  const done = (state: string) =>
    expect(page.getByRole('status').filter({ hasText: staffT(`photo-editor:done.${state}`) })).toBeVisible()
  await button('edit.submit').tap()
  await done('edit')
  await button('state.to.public').tap()
  await done('public')
  const photos = resident.getByRole('list', { name: t('submissions:photos.title') }).locator('img')
  const publicShows = (count: number) =>
    expect(async () => {
      await resident.goto(paths.submission('sv', ref))
      await expect(photos).toHaveCount(count, { timeout: 500 })
    }).toPass()
  const isCropped = async () => {
    expect(await sizeOf(resident, photos)).toEqual({ width: 320, height: 240 })
    for (const corner of [5, 90]) expect((await colourAt(resident, photos, [corner, corner]))[0]).toBeLessThan(160)
    expect((await colourAt(resident, photos, [40, 40]))[0]).toBeGreaterThan(230)
  }
  await publicShows(1)
  await isCropped()
  const address = await photos.evaluate((img) => (img as HTMLImageElement).src)

  await page.locator('summary', { hasText: staffT('photo-editor:withhold.title') }).tap()
  await page.getByLabel(staffT('photo-editor:withhold.ground')).selectOption('privacy')
  await page.getByLabel(staffT('photo-editor:withhold.why')).fill('Man ser vem som bor där.')
  await button('withhold.submit').tap()
  await done('withheld')
  await publicShows(0)
  expect((await resident.request.get(address)).status()).toBe(404)
  await button('state.to.release').tap()
  await done('internal')
  await publicShows(0)
  expect((await resident.request.get(address)).status()).toBe(404)
  await button('state.to.public').tap()
  await done('public')
  await publicShows(1)
  await isCropped()
})

test('who saves second is told, and sees both what she drew and what was saved @once', async ({
  staffT,
  asStaff,
  anotherVisitor,
}) => {
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const ref = await caseWithPhoto(resident, page)
  await page.goto(paths.staffSubmission(ref))
  await page.getByRole('link', { name: staffT('photo-editor:strip.editOne', { number: 1 }) }).click()
  const field = page.getByLabel(staffT('photo-editor:alt.label'))
  await field.fill('Min text')
  const other = await page.request.post(page.url(), {
    form: { seen: '0', 'alt.sv': 'Någon annans text' },
    maxRedirects: 0,
  })
  expect(other.status()).toBe(303)
  await page.getByRole('button', { name: staffT('photo-editor:edit.submit'), exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(staffT('errors:refusal.changed-meanwhile'))
  await expect(field).toHaveValue('Min text')
  await expect(page.getByText('Någon annans text')).toBeVisible()
  await page.getByRole('button', { name: staffT('photo-editor:edit.submit'), exact: true }).click()
  await expect(page.getByText('Min text')).toBeVisible()
})
