import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { sendConcern } from '../support/send-concern.ts'

const codeField = (page: Page, label: string) => page.getByRole('textbox', { name: label })

/** Every address that the page asks the portal for, as the portal sees it: without what stands behind a #. */
function addressesAskedFor(page: Page): string[] {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url().split('#')[0]!, request.postData() ?? ''))
  return addresses
}

test('the receipt shows the code and the proof, and can be kept in any script', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  const { code, ref } = await sendConcern({ page, lang })
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
  await expect(page.getByText(ref, { exact: true })).toBeVisible()
  await expect(page.getByRole('img', { name: t('receipt:keep.qrLabel') })).toBeVisible()
  // One tap marks the whole code, where script or the clipboard is not to be had.
  expect(await page.locator('#code').evaluate((shown) => getComputedStyle(shown).userSelect)).toBe('all')
  await checkPage(page)
})

test('one tap copies the code, and it is said @script', async ({ page, lang, t, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { code } = await sendConcern({ page, lang })
  await page.getByRole('button', { name: t('receipt:copy.button') }).click()
  await expect(page.getByText(t('receipt:copy.copied'))).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
})

test('where the browser keeps its clipboard from us the code is marked instead @script', async ({ page, lang, t }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  const { code } = await sendConcern({ page, lang })
  await page.getByRole('button', { name: t('receipt:copy.button') }).click()
  await expect(page.getByText(t('receipt:copy.copied'))).toBeVisible()
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(code)
})

test('printed, the receipt is one clean paper', async ({ page, lang, t }) => {
  const { code, ref } = await sendConcern({ page, lang })
  await page.emulateMedia({ media: 'print' })
  for (const shown of [code, ref, t('receipt:paper.where'), t('receipt:paper.emergency'), t('receipt:proof.time')])
    await expect(page.getByText(shown, { exact: true })).toBeVisible()
  await expect(page.locator('#proof')).toBeVisible()
  await expect(page.getByRole('img', { name: t('receipt:keep.qrLabel') })).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('the receipt is saved as a file without the code in any address', async ({ page, lang, t }) => {
  const { code, ref } = await sendConcern({ page, lang })
  const addresses = addressesAskedFor(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: t('receipt:keep.file') }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe(`nordost-${ref}.txt`)
  const text = await readFile(await saved.path(), 'utf8')
  expect(text).toContain(code)
  expect(text).toContain(paths.follow(lang))
  expect(addresses.join('\n')).not.toContain(code)
})

test('the QR code leads to the follow page, and carries the code where no server sees it @plain', async ({
  page,
  lang,
  t,
  baseURL,
}) => {
  const { code } = await sendConcern({ page, lang })
  const expected = QRCode.create(`${baseURL}${paths.follow(lang)}#${code}`, { errorCorrectionLevel: 'M' }).modules
  const drawn = await modulesOf(page.getByRole('img', { name: t('receipt:keep.qrLabel') }), expected.size)
  expect(drawn).toEqual([...expected.data].map(Boolean))
})

/** What a camera would see of the picture: whether the middle of each module is dark. */
async function modulesOf(picture: Locator, size: number): Promise<boolean[]> {
  const svg = await picture.evaluate((drawn) => new XMLSerializer().serializeToString(drawn))
  const [side, quietZone] = [10, 4]
  const { data, info } = await sharp(Buffer.from(svg))
    .resize((size + 2 * quietZone) * side)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const middle = (at: number) => (at + quietZone) * side + side / 2
  return Array.from({ length: size * size }, (_, index) => {
    const [x, y] = [middle(index % size), middle(Math.floor(index / size))]
    return data[(y * info.width + x) * info.channels]! < 128
  })
}

test('scanned, the page fills the code in, takes it out of the address and waits for a tap @script', async ({
  page,
  lang,
  t,
  anotherVisitor,
  checkPage,
}) => {
  const { code } = await sendConcern({ page, lang })
  const other = await anotherVisitor()
  const addresses = addressesAskedFor(other)
  await other.goto(`${paths.follow(lang)}#${code}`)
  await expect(codeField(other, t('follow:code.label'))).toHaveValue(code)
  await expect(other.getByText(t('follow:code.filledIn'))).toBeVisible()
  expect(new URL(other.url()).hash).toBe('')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('follow:title'))
  await checkPage(other)
  expect(addresses.join('\n')).not.toContain(code)
  await other.keyboard.press('Enter')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('follow:case.title'))
})

test('scanned where another case is open, it asks before it changes over @script', async ({
  page,
  lang,
  t,
  anotherVisitor,
}) => {
  const one = await sendConcern({ page, lang }, { body: 'Den första.' })
  const two = await sendConcern({ page, lang }, { body: 'Den andra.' })
  const other = await anotherVisitor()
  await other.goto(`${paths.follow(lang)}#${one.code}`)
  await other.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
  await expect(other.getByText('Den första.')).toBeVisible()
  await other.goto('about:blank')
  await other.goto(`${paths.follow(lang)}#${two.code}`)
  await expect(other.getByText('Den första.')).toBeVisible()
  await other.getByRole('button', { name: t('follow:code.openOther') }).click()
  await expect(other.getByText('Den andra.')).toBeVisible()
})

test('whoever is shown the proof can check it, and learns nothing of the case', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  await sendConcern({ page, lang }, { body: 'Hemlig trappa' })
  const line = await page.locator('#proof').innerText()
  await page.getByRole('link', { name: t('receipt:proof.verify') }).click()
  await checkPage(page)
  const verdict = page.getByRole('status')
  await page.getByLabel(t('receipt:verify.label')).fill(line.replaceAll(' ', '\n'))
  await page.getByRole('button', { name: t('receipt:verify.button'), exact: true }).click()
  await expect(verdict).toContainText(t('receipt:verify.verdict.holds.title'))
  await expect(page.getByText('Hemlig trappa')).toHaveCount(0)
  await checkPage(page)
  await page.getByLabel(t('receipt:verify.label')).fill(line.replace(/\d{4}-/, '2025-'))
  await page.getByRole('button', { name: t('receipt:verify.button'), exact: true }).click()
  await expect(verdict).toContainText(t('receipt:verify.verdict.not-ours.title'))
})
