import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import { codeAt } from '#app/domain/staff/second-factors.server.ts'
import { expect, test, type Account } from '../support/browser.ts'

const password = 'fyra gröna tåg till Vara'
const halfMinute = 30_000

/** Signs in as a person does, with the form. */
async function signInAs(page: Page, t: TFunction, { email, password: secret }: Pick<Account, 'email' | 'password'>) {
  await page.goto('/staff/sign-in')
  await page.getByLabel(t('staff:signIn.email')).fill(email)
  await page.getByLabel(t('staff:signIn.password'), { exact: true }).fill(secret)
  await page.getByRole('button', { name: t('staff:signIn.submit'), exact: true }).click()
}

test('an administrator invites a colleague, who chooses a password, sets up her app and signs in with its code', async ({
  page,
  staffT: t,
  accounts,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const email = `${randomBytes(6).toString('hex')}@city.example`
  const press = (on: Page, name: string) => on.getByRole('button', { name, exact: true }).click()
  await signInAs(
    page,
    t,
    accounts.find(({ role }) => role === 'admin')!,
  )
  await page.getByRole('link', { name: t('staff:nav.people'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account:people.title'))
  await checkPage(page)
  await page.getByRole('link', { name: t('account:people.invite') }).click()
  await page.getByLabel(t('account:people.name'), { exact: true }).fill('Nya Nilsson')
  await page.getByLabel(t('account:people.email')).fill(email)
  await page.getByLabel(t('account:people.role'), { exact: true }).selectOption('officer')
  await page.getByLabel(t('account:people.organisation')).selectOption('polisen')
  for (const area of ['Hammarkullen', 'Hjällbo']) await page.getByLabel(area, { exact: true }).check()
  await checkPage(page)
  await press(page, t('account:people.send'))
  await expect(page.getByRole('status')).toContainText(t('account:done.invited'))

  const mail = page.getByRole('listitem').filter({ hasText: email })
  await expect(async () => {
    await page.goto('/staff/outbox')
    await expect(mail).toBeVisible({ timeout: 500 })
  }).toPass()
  const link = /\/staff\/invitation\/[\da-z]+/.exec((await mail.textContent()) ?? '')![0]

  const colleague = await anotherVisitor()
  await colleague.goto(link)
  await checkPage(colleague)
  await colleague.getByLabel(t('account:password.new'), { exact: true }).fill('polisen2026!!')
  await colleague.getByLabel(t('account:password.again')).fill('polisen2026!!')
  await press(colleague, t('account:invitation.submit'))
  await expect(colleague.getByRole('alert')).toContainText(t('errors:field.password-common'))
  await colleague.getByLabel(t('account:password.new'), { exact: true }).fill(password)
  await colleague.getByLabel(t('account:password.again')).fill(password)
  await press(colleague, t('account:invitation.submit'))
  await expect(colleague.getByRole('status')).toContainText(t('account:notice.chosen'))
  await colleague.goto(link)
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText(t('account:invitation.gone'))
  await checkPage(colleague)

  await signInAs(colleague, t, { email, password })
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Nya Nilsson')
  await expect(colleague.getByRole('main')).toContainText(t('staff:home.areas', { areas: 'Hammarkullen och Hjällbo' }))
  await colleague.getByRole('link', { name: t('staff:nav.account'), exact: true }).click()
  await checkPage(colleague)
  await colleague.getByRole('link', { name: t('account:factor.setUp') }).click()
  await checkPage(colleague)
  const secret = ((await colleague.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? '').replaceAll(' ', '')
  await colleague.getByLabel(t('account:factor.code')).fill(codeAt(secret, Date.now() - halfMinute))
  await press(colleague, t('account:factor.confirm'))
  await expect(colleague.getByRole('heading', { name: t('account:recovery.title') })).toBeVisible()
  await checkPage(colleague)
  const recovery = colleague.locator('ol li')
  await expect(recovery).toHaveCount(10)
  const spare = (await recovery.first().textContent()) ?? ''
  await press(colleague, t('staff:signOut'))

  await signInAs(colleague, t, { email, password })
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText(t('account:secondStep.title'))
  await checkPage(colleague)
  await colleague.getByLabel(t('account:secondStep.code')).fill('000000')
  await press(colleague, t('account:secondStep.submit'))
  await expect(colleague.getByRole('alert')).toContainText(t('errors:field.wrong-code'))
  await colleague.getByLabel(t('account:secondStep.code')).fill(codeAt(secret, Date.now() + halfMinute))
  await press(colleague, t('account:secondStep.submit'))
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Nya Nilsson')
  await press(colleague, t('staff:signOut'))
  await signInAs(colleague, t, { email, password })
  await colleague.getByLabel(t('account:secondStep.code')).fill(spare.toLowerCase())
  await press(colleague, t('account:secondStep.submit'))
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Nya Nilsson')

  await page.goto('/staff/admin/people')
  await page.getByRole('link', { name: email }).click()
  await checkPage(page)
  await press(page, t('account:people.verb.deactivate.submit'))
  await expect(page.getByRole('status')).toContainText(t('account:done.deactivate'))
  await colleague.goto('/staff')
  await expect(colleague).toHaveURL(/\/staff\/sign-in$/)
})

test('a person makes a passkey and signs in with it, without a password @script', async ({
  page,
  staffT: t,
  accounts,
  checkPage,
}) => {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  await signInAs(
    page,
    t,
    accounts.find(({ role }) => role === 'organiser')!,
  )
  await page.getByRole('link', { name: t('staff:nav.account'), exact: true }).click()
  await page.getByLabel(t('account:passkeys.newName')).fill('Jobbtelefonen')
  await page.getByRole('button', { name: t('account:passkeys.add') }).click()
  await expect(page.getByRole('status')).toContainText(t('account:done.passkey'))
  await expect(page.getByText('Jobbtelefonen', { exact: true })).toBeVisible()
  await checkPage(page)
  await page.getByRole('button', { name: t('staff:signOut'), exact: true }).click()

  await page.getByRole('button', { name: t('account:passkeys.signIn') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Omar')
  await page.goto('/staff/account')
  await expect(page.getByText(t('account:sessions.via.passkey'))).toBeVisible()
  await page.getByRole('button', { name: t('account:passkeys.removeNamed', { name: 'Jobbtelefonen' }) }).click()
  await expect(page.getByRole('status')).toContainText(t('account:done.passkey-removed'))
  await page.getByRole('button', { name: t('staff:signOut'), exact: true }).click()
  await page.getByRole('button', { name: t('account:passkeys.signIn') }).click()
  await expect(page.getByRole('alert')).toBeVisible()
})
