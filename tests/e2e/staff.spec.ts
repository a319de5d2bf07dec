import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import { roles } from '#db/schema/staff.ts'
import { may } from '#app/domain/staff/permissions.ts'
import { expect, test } from '../support/browser.ts'
import { findInQueue } from '../support/find-in-queue.ts'
import { postConcern } from '../support/send-concern.ts'

const mark = () => randomBytes(6).toString('hex')

/** Sends a concern in as a resident's browser does, and finds it among what the city has received. */
async function newCase(resident: Page, { page: staff, t }: { page: Page; t: TFunction }, body: string): Promise<void> {
  await postConcern({ page: resident, lang: 'sv' }, { category: 'upkeep', body })
  await staff.goto('/staff/queue?status=received&category=upkeep&area=606')
  await (await findInQueue(staff, t, body)).getByRole('link').click()
  await expect(staff.locator('#original').getByText(body)).toBeVisible()
}

test('a coordinator takes a case from the first reading to a published answer', async ({
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const body = `<b>Räcket</b> är löst & trasigt ${mark()}`
  const panel = (name: string) => page.getByRole('region', { name, exact: true })
  const press = async (name: string, done: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('status')).toContainText(staffT(`staff:done.${done}`))
  }
  // What is said of one move still stands during the next; the state itself tells when it is done.
  const moveTo = async (way: string) => {
    await page
      .getByLabel(staffT('staff:move.to'), { exact: true })
      .selectOption({ label: staffT(`staff:move.way.${way}`) })
    await press(staffT('staff:move.submit'), 'move')
    await expect(page.getByRole('main')).toContainText(staffT(`staff:move.hint.${way}`))
  }
  await newCase(resident, { page, t: staffT }, body)
  await checkPage(page)
  await moveTo('screening')
  await moveTo('in_progress')

  await page.getByLabel(staffT('staff:assign.who')).selectOption({ label: 'Kim Samordnare' })
  await press(staffT('staff:assign.submit'), 'assign')
  await page.getByLabel(staffT('staff:note.body')).fill('Parkförvaltningen är där i morgon.')
  await press(staffT('staff:note.submit'), 'note')
  await expect(panel(staffT('staff:note.title'))).toContainText('Parkförvaltningen är där i morgon.')

  await expect(page.getByText(staffT('staff:reply.never'))).toBeVisible()
  await page.getByLabel(staffT('staff:reply.message')).fill('Vilket räcke är det?')
  await page.getByLabel(staffT('staff:reply.wait')).check()
  await press(staffT('staff:reply.submit'), 'reply')
  await expect(page.getByRole('main')).toContainText(staffT('staff:move.hint.waiting_for_resident'))

  await page.getByText(staffT('staff:link.choose')).click()
  const commitments = panel(staffT('staff:link.title')).getByRole('checkbox')
  await commitments.nth(0).check()
  await commitments.nth(9).check()
  await press(staffT('staff:link.submit'), 'link')
  await expect(
    page.getByRole('button', { name: staffT('staff:link.unlink', { number: 1 }), exact: true }),
  ).toBeVisible()

  const language = 'Svenska'
  await page.getByLabel(staffT('staff:public.field.title', { language })).fill('Löst räcke')
  await page.getByLabel(staffT('staff:public.field.body', { language })).fill('Ett räcke är löst.')
  await press(staffT('staff:public.save'), 'public-text')
  await page.getByLabel(staffT('staff:answer.body', { language })).fill('Räcket är lagat.')
  await press(staffT('staff:answer.submit'), 'answer')
  await press(staffT('staff:public.publish'), 'publish')
  await checkPage(page)

  const ref = new URL(page.url()).pathname.split('/').at(-1)
  const shown = await resident.request.get(`/sv/submissions/${ref}`)
  expect(shown.status()).toBe(200)
  const html = await shown.text()
  for (const told of ['Löst räcke', 'Ett räcke är löst.', 'Räcket är lagat.']) expect(html).toContain(told)
  expect(html).not.toContain('är löst &amp; trasigt')
  await press(staffT('staff:public.unpublish'), 'unpublish')
  expect((await resident.request.get(`/sv/submissions/${ref}`)).status()).toBe(404)
})

test('what was typed is kept when something is missing, and it is said what', async ({ staffT, asStaff }) => {
  const page = await asStaff('coordinator')
  await page.goto('/staff/queue?status=in_progress')
  await page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasNotText: staffT('staff:queue.published') })
    .getByRole('link')
    .last()
    .click()
  const title = page.getByLabel(staffT('staff:public.field.title', { language: 'Svenska' }))
  await title.fill('Bara en rubrik')
  await page.getByLabel(staffT('staff:public.field.body', { language: 'Svenska' })).fill('')
  await page.getByRole('button', { name: staffT('staff:public.save'), exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(staffT('errors:field.missing'))
  await expect(title).toHaveValue('Bara en rubrik')

  await page.getByText(staffT('staff:route.choose')).click()
  await page.getByLabel(staffT('staff:route.organisation'), { exact: true }).selectOption('poseidon')
  await page.getByRole('button', { name: staffT('staff:route.submit'), exact: true }).click()
  await expect(page.getByText(staffT('errors:refusal.rewritten-text-missing'))).toHaveCount(1)
})

test('of two who move the same case one is told that the other was first', async ({
  staffT,
  asStaff,
  anotherVisitor,
}) => {
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  await newCase(resident, { page, t: staffT }, `Två samtidigt ${mark()}`)
  const other = await asStaff('coordinator')
  await other.goto(page.url())
  const move = async (who: Page, way: string) => {
    await who
      .getByLabel(staffT('staff:move.to'), { exact: true })
      .selectOption({ label: staffT(`staff:move.way.${way}`) })
    await who.getByLabel(staffT('staff:move.reason')).fill('Det ägs av Trafikverket.')
    await who.getByRole('button', { name: staffT('staff:move.submit'), exact: true }).click()
  }
  await move(other, 'redirected')
  await expect(other.getByRole('status')).toContainText(staffT('staff:done.move'))
  await move(page, 'screening')
  await expect(page.getByRole('alert')).toContainText(staffT('errors:refusal.changed-meanwhile'))
  await expect(page.getByText(staffT('staff:move.hint.redirected'))).toBeVisible()
  await expect(page.getByLabel(staffT('staff:move.reason'))).toHaveValue('Det ägs av Trafikverket.')
})

test('a half-written reply stays when the case is given to somebody @script', async ({ staffT, asStaff }) => {
  const page = await asStaff('coordinator')
  await page.goto('/staff/queue?status=in_progress&assignee=nobody')
  await page.getByRole('main').getByRole('listitem').getByRole('link').last().click()
  await page.getByLabel(staffT('staff:reply.message')).fill('Vi har inte')
  await page.getByLabel(staffT('staff:assign.who')).selectOption({ label: 'Kim Samordnare' })
  await page.getByRole('button', { name: staffT('staff:assign.submit'), exact: true }).click()
  await expect(page.getByRole('status')).toContainText(staffT('staff:done.assign'))
  await expect(page.getByLabel(staffT('staff:reply.message'))).toHaveValue('Vi har inte')
  await page.getByLabel(staffT('staff:assign.who')).selectOption({ label: staffT('staff:assign.nobody') })
  await page.getByRole('button', { name: staffT('staff:assign.submit'), exact: true }).click()
})

for (const role of roles)
  test(`${role} lands on a page that says what the role may do @once`, async ({ staffT, asStaff, checkPage }) => {
    const page = await asStaff(role)
    await page.goto('/staff')
    await expect(page.getByText(staffT(`staff:role.${role}.may`))).toBeVisible()
    await checkPage(page)
    const queue = await page.goto('/staff/queue')
    const reads = may({ role }, 'submissions.read')
    expect(queue?.status()).toBe(reads ? 200 : 403)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      reads ? staffT('staff:queue.title') : staffT('errors:page.not-allowed.title'),
    )
    await checkPage(page)
  })

test('a housing company sees the rewritten text of what was routed to it @once', async ({
  staffT,
  asStaff,
  checkPage,
}) => {
  const page = await asStaff('partner')
  await page.goto('/staff/queue?status=all')
  await page.getByRole('main').getByRole('listitem').getByRole('link').last().click()
  await expect(page.getByRole('heading', { name: staffT('staff:original.rewritten') })).toBeVisible()
  await expect(page.getByRole('button', { name: staffT('staff:move.submit'), exact: true })).toHaveCount(0)
  await checkPage(page)
})

test('an address of the back office that is not there says so @once', async ({ staffT, asStaff, checkPage }) => {
  const page = await asStaff('officer')
  for (const path of ['/staff/nowhere', '/staff/submissions/XXXX-XXXX', '/staff/submissions/%00']) {
    expect((await page.goto(path))?.status()).toBe(404)
    await expect(page.getByText(staffT('staff:error.not-found'))).toBeVisible()
  }
  await checkPage(page)
})

test('the back office can be read in English, without leaving the page @once', async ({ asStaff }) => {
  const page = await asStaff('registrar')
  await page.goto('/staff/queue?status=answered')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cases')
  await expect(page).toHaveURL(/status=answered$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('signing in, a wrong password, signing out', async ({ page, staffT, accounts, checkPage }) => {
  const analyst = accounts.find(({ role }) => role === 'analyst')!
  await page.goto('/staff/queue')
  await expect(page).toHaveURL(/\/staff\/sign-in$/)
  await checkPage(page)
  const signIn = async (password: string) => {
    await page.getByLabel(staffT('staff:signIn.email')).fill(analyst.email)
    await page.getByLabel(staffT('staff:signIn.password')).fill(password)
    await page.getByRole('button', { name: staffT('staff:signIn.submit'), exact: true }).click()
  }
  await signIn('wrong')
  await expect(page.getByRole('alert')).toHaveText(staffT('staff:signIn.wrong'))
  await expect(page.getByLabel(staffT('staff:signIn.email'))).toHaveValue(analyst.email)
  await signIn(analyst.password)
  await expect(page.getByText(staffT('staff:role.analyst.may'))).toBeVisible()
  await page.getByRole('button', { name: staffT('staff:signOut') }).click()
  await expect(page).toHaveURL(/\/staff\/sign-in$/)
  await page.goto('/staff')
  await expect(page).toHaveURL(/\/staff\/sign-in$/)
})
