import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import { expect, signIn, test, type Account } from '../support/browser.ts'
import { postConcern } from '../support/send-concern.ts'

const officersAmong = (accounts: Account[]) => accounts.filter(({ role }) => role === 'officer') as [Account, Account]

async function unlock(page: Page, t: TFunction, passphrase: string): Promise<void> {
  await page.goto('/staff/tips')
  await expect(page.getByRole('heading', { name: t('tips:list.locked') })).toBeVisible()
  await page.getByLabel(t('tips:unlock.passphrase')).fill(passphrase)
  await page.getByRole('button', { name: t('tips:unlock.submit') }).click()
  await expect(page.getByRole('button', { name: t('tips:nav.lock') })).toBeVisible()
}

test('an officer seals a concern, reads it, and answers; a colleague who has not unlocked reads nothing', async ({
  anotherVisitor,
  accounts,
  staffT: t,
  checkPage,
}) => {
  test.slow()
  const [resident, page, other] = [await anotherVisitor(), await anotherVisitor(), await anotherVisitor()]
  const [one, two] = officersAmong(accounts)
  const word = `tistel ${randomBytes(4).toString('hex')}`
  await postConcern({ page: resident, lang: 'sv' }, { category: 'drugs', body: `Det säljs vid ${word}` })
  await signIn(page, one)
  await unlock(page, t, one.tipsPassphrase ?? '')
  await checkPage(page)

  await page.goto('/staff/queue?status=received&category=drugs')
  await page.getByRole('listitem').filter({ hasText: word }).getByRole('link').click()
  await page.getByRole('link', { name: t('staff:submission.seal') }).click()
  await checkPage(page)
  await page.getByRole('button', { name: t('tips:seal.submit') }).click()
  await expect(page.getByText(`Det säljs vid ${word}`)).toBeVisible()
  await checkPage(page)
  const address = new URL(page.url()).pathname
  await page.goto('/staff/queue?status=received&category=drugs')
  await expect(page.getByText(word)).toHaveCount(0)

  await page.goto(address)
  await page.getByLabel(t('staff:reply.message')).fill('Tack. Vi har läst det.')
  await page.getByRole('button', { name: t('staff:reply.submit') }).click()
  await expect(page.getByRole('status')).toContainText(t('tips:done.reply'))
  await page.goto('/staff/tips/search')
  await checkPage(page)
  await page.getByLabel(t('tips:search.query')).fill(word)
  await page.getByRole('button', { name: t('tips:search.submit') }).click()
  await expect(page.getByText(`Det säljs vid ${word}`)).toBeVisible()

  await signIn(other, two)
  await other.goto(address)
  await expect(other).toHaveURL(/\/staff\/tips\/unlock/)
  await expect(other.getByText(word)).toHaveCount(0)
  await checkPage(other)
  await other.goto('/staff/tips')
  await expect(other.getByText(word)).toHaveCount(0)
  await checkPage(other)

  await page.goto('/staff/tips/log')
  await expect(page.getByRole('listitem').filter({ hasText: t('tips:log.event.tip-answered') })).not.toHaveCount(0)
  await checkPage(page)
  await page.goto('/staff/tips/keys')
  await checkPage(page)
  await page.getByRole('button', { name: t('staff:signOut') }).click()
  await signIn(page, one)
  await page.goto(address)
  await expect(page).toHaveURL(/\/staff\/tips\/unlock/)
})

/** Unlocks, and opens a tip of the example; gives its address. */
async function openATip(page: Page, t: TFunction, { tipsPassphrase }: Account): Promise<string> {
  await unlock(page, t, tipsPassphrase ?? '')
  await page.locator('main a[href^="/staff/tips/"]:not([class*="button"])').filter({ hasText: ',' }).first().click()
  await expect(page.getByLabel(t('staff:reply.message'))).toBeVisible()
  return new URL(page.url()).pathname
}

test('what an officer sends after tips were locked meanwhile is kept, and sent when she has unlocked', async ({
  anotherVisitor,
  accounts,
  staffT: t,
  checkPage,
}) => {
  test.slow()
  const [officer] = officersAmong(accounts)
  const page = await anotherVisitor()
  await signIn(page, officer)
  const address = await openATip(page, t, officer)
  const answer = `Tack.\nVi hör av oss, ${randomBytes(4).toString('hex')}.`
  await page.getByLabel(t('staff:reply.message')).fill(answer)
  const other = await page.context().newPage()
  await other.goto('/staff/tips')
  await other.getByRole('button', { name: t('tips:nav.lock') }).click()
  await expect(other.getByLabel(t('tips:unlock.passphrase'))).toBeVisible()
  await page.getByRole('button', { name: t('staff:reply.submit') }).click()
  await expect(page.getByText(t('tips:unlock.carried.reply'))).toBeVisible()
  await checkPage(page)
  await page.getByLabel(t('tips:unlock.passphrase')).fill(officer.tipsPassphrase ?? '')
  await page.getByRole('button', { name: t('tips:unlock.submit') }).click()
  await expect(page.getByRole('status')).toContainText(t('tips:done.reply'))
  expect(new URL(page.url()).pathname).toBe(address)
  await expect(page.getByText(answer.split('\n')[1]!)).toBeVisible()
})

test('a tip leaves the screen when nobody has touched it for half an hour, and an answer begun is kept', async ({
  anotherVisitor,
  accounts,
  script,
  staffT: t,
  checkPage,
}) => {
  test.slow()
  const [, officer] = officersAmong(accounts)
  const page = await anotherVisitor()
  await signIn(page, officer)
  if (script) await page.clock.install()
  const address = await openATip(page, t, officer)
  const ref = address.split('/').at(-1)!
  if (!script) {
    const refresh = page.locator('meta[http-equiv="refresh"]')
    await expect(refresh).toHaveAttribute('content', `1800;url=/staff/tips/unlock?to=${ref}`)
    return
  }
  const said = page.getByRole('heading', { name: t('tips:tip.said') })
  const answer = page.getByLabel(t('staff:reply.message'))
  // Only a page whose script runs counts the minutes.
  await expect
    .poll(() => answer.evaluate((box) => Object.keys(box).some((key) => key.startsWith('__react'))))
    .toBe(true)
  await answer.fill('Halvt skrivet')
  await page.clock.fastForward('29:00')
  await expect(said).toBeVisible()
  await page.evaluate(() =>
    addEventListener('pointermove', ({ screenX, screenY }) => {
      document.documentElement.dataset.hand = JSON.stringify({ screenX, screenY })
    }),
  )
  await page.mouse.move(20, 20)
  await page.clock.fastForward('29:00')
  await expect(said).toBeVisible()
  // What moves under the pointer, which lies still.
  await page.evaluate(() =>
    dispatchEvent(new PointerEvent('pointermove', JSON.parse(document.documentElement.dataset.hand!))),
  )
  await page.clock.fastForward('02:00')
  await expect(said).toHaveCount(0)
  await expect(page.getByText(t('tips:unlock.idle'))).toBeVisible()
  await checkPage(page)
  await page.getByLabel(t('tips:unlock.passphrase')).fill(officer.tipsPassphrase ?? '')
  await page.getByRole('button', { name: t('tips:unlock.submit') }).click()
  await expect(page.getByLabel(t('staff:reply.message'))).toHaveValue('Halvt skrivet')
  expect(new URL(page.url()).pathname).toBe(address)
})

test('for everybody else the addresses of tips answer to the byte as one that is none @once', async ({ asStaff }) => {
  for (const role of ['coordinator', 'admin', 'registrar'] as const) {
    const page = await asStaff(role)
    const answerOf = async (path: string) => {
      const answer = await page.request.get(path)
      return [answer.status(), (await answer.text()).replaceAll(path, 'PATH')]
    }
    for (const path of ['/staff/tips', '/staff/tips/keys', '/staff/tips/AAAA-AAAA', '/staff/tips/disclosure'])
      expect(await answerOf(path)).toEqual(await answerOf('/staff/nothing-here'))
    const posted = async (path: string) => {
      const answer = await page.request.post(path, { form: { passphrase: 'x' } })
      return [answer.status(), (await answer.text()).replaceAll(path, 'PATH')]
    }
    expect(await posted('/staff/tips/unlock')).toEqual(await posted('/staff/nothing-here'))
  }
})
