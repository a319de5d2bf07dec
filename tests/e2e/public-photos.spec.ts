import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'

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
  const form = paths.submitKind('sv', 'concern')
  const html = await (await resident.request.get(form)).text()
  const formToken = /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const photos = { name: 'gata.jpg', mimeType: 'image/jpeg', buffer: await street() }
  const told = { category: 'lighting', body: 'Lampan är trasig.', areaCode: '606', language: 'sv', formToken }
  const sent = await resident.request.post(form, { multipart: { ...told, photos }, maxRedirects: 0 })
  expect(sent.status()).toBe(303)
  await resident.goto(paths.received('sv'))
  const ref = /NORDOST (\S+) /.exec(await resident.locator('#proof').innerText())![1]!
  const act = async (verb: string, fields: Record<string, string>) => {
    const answer = await staff.request.post(paths.staffSubmissionVerb(ref, verb), { form: fields, maxRedirects: 0 })
    expect(answer.status(), verb).toBe(303)
  }
  await act('move', { from: 'received', to: 'screening' })
  await act('move', { from: 'screening', to: 'in_progress' })
  const page = await (await staff.request.get(paths.staffSubmission(ref))).text()
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
  await act('public-text', { 'title.sv': 'En trasig lampa', 'body.sv': 'Lampan lyser inte.', seen })
  await act('publish', {})
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
