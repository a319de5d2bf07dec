import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, signIn, test, type Account } from '../support/browser.ts'
import { postConcern } from '../support/send-concern.ts'

/** A word of this test's own, by which the queue shows its cases alone. */
const ownWord = () => randomBytes(6).toString('hex').replaceAll(/\d/g, 'q')

/** Tells the police of something by the form, as a resident's browser does. */
async function tellPolice(resident: Page, word: string): Promise<void> {
  const from = `2001:db8:${randomBytes(2).toString('hex')}::7`
  const body = `Det körs för fort vid ${word}. ${randomBytes(20).toString('hex')}`
  await postConcern({ page: resident, lang: 'sv' }, { category: 'traffic', body }, { from })
}

/** Two officers of the police, each in a browser of her own. */
async function twoOfficers(accounts: Account[], newPage: () => Promise<Page>): Promise<[Page, Page]> {
  const [one, other] = [await newPage(), await newPage()]
  const officers = accounts.filter(({ role }) => role === 'officer')
  await signIn(one, officers[0]!)
  await signIn(other, officers[1]!)
  return [one, other]
}

const post = async (page: Page, address: string, form: Record<string, string>) =>
  expect((await page.request.post(address, { form, maxRedirects: 0 })).status()).toBe(303)

test('the queue of one officer keeps up with what another does, and she keeps her place @script @once', async ({
  staffT,
  accounts,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [[page, other], resident, word] = [
    await twoOfficers(accounts, anotherVisitor),
    await anotherVisitor(),
    ownWord(),
  ]
  await tellPolice(resident, word)
  await page.goto(`/staff/queue?q=${word}`)
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: word })
  const way = row.getByRole('link')
  await way.focus()
  const address = (await way.getAttribute('href'))!.split('?')[0]!

  await post(other, `${address}/move`, { from: 'received', to: 'screening' })
  await expect(row).toContainText(staffT('staff:status.screening'))
  await expect(way).toBeFocused()

  await tellPolice(resident, word)
  const fresh = page.getByText(staffT('staff:live.fresh', { count: 1 }))
  await expect(fresh).toBeVisible()
  await expect(row).toHaveCount(1)
  await expect(way).toBeFocused()
  await checkPage(page)
  await page.getByRole('button', { name: staffT('staff:live.show'), exact: true }).click()
  await expect(row).toHaveCount(2)
  await expect(fresh).toHaveCount(0)
})

test('how many rows are marked is told anew when somebody else takes one of them away @script @once', async ({
  staffT,
  accounts,
  anotherVisitor,
}) => {
  test.slow()
  const [[page, other], resident, word] = [
    await twoOfficers(accounts, anotherVisitor),
    await anotherVisitor(),
    ownWord(),
  ]
  await tellPolice(resident, word)
  await tellPolice(resident, word)
  await page.goto(`/staff/queue?q=${word}`)
  const hrefs = await page.locator('[data-row]').evaluateAll((ways) => ways.map((way) => way.getAttribute('href')!))
  const addresses = hrefs.map((href) => href.split('?')[0]!)
  expect(addresses).toHaveLength(2)
  for (const address of addresses) {
    await post(other, `${address}/move`, { from: 'received', to: 'screening' })
    await post(other, `${address}/move`, { from: 'screening', to: 'in_progress' })
  }
  await page.goto(`/staff/queue?status=in_progress&q=${word}`)
  const answerMarked = (count: number) =>
    page.getByRole('button', { name: `${staffT('templates:many.answerMarked')} (${count})` })
  await page.getByRole('button', { name: staffT('keys:open') }).waitFor()
  for (const row of [0, 1]) await page.getByRole('checkbox', { name: addresses[row]!.split('/').at(-1)! }).check()
  await expect(answerMarked(2)).toBeVisible()
  await post(other, `${addresses[0]}/move`, { from: 'in_progress', to: 'waiting_for_resident' })
  await expect(page.getByText(staffT('staff:live.gone'))).toBeVisible()
  await expect(answerMarked(1)).toBeVisible()
})

test('of two officers who answer one is told of the other, and what she wrote is kept @script @once', async ({
  staffT,
  accounts,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [[page, other], resident, word] = [
    await twoOfficers(accounts, anotherVisitor),
    await anotherVisitor(),
    ownWord(),
  ]
  await tellPolice(resident, word)
  await page.goto(`/staff/queue?q=${word}`)
  const href = (await page.locator('[data-row]').getAttribute('href'))!
  const address = href.split('?')[0]!
  await post(other, `${address}/move`, { from: 'received', to: 'screening' })
  await post(other, `${address}/move`, { from: 'screening', to: 'in_progress' })
  await page.goto(href)
  const answer = page.getByRole('region', { name: staffT('staff:answer.title'), exact: true })
  const text = answer.getByLabel(staffT('staff:answer.body', { language: 'Svenska' }))
  await text.fill('Vi mäter farten i maj.')

  await post(other, `${address}/answer`, { 'answer.sv': 'Vi har mätt farten.', audience: 'resident', after: '0' })
  await expect(page.getByText(staffT('staff:live.kept'))).toBeVisible()
  await expect(page.getByText(/har svarat\.$/)).toBeVisible()
  await expect(text).toHaveValue('Vi mäter farten i maj.')
  await checkPage(page)

  await answer.getByRole('button', { name: staffT('staff:answer.submit') }).click()
  await expect(answer.getByRole('alert')).toContainText(staffT('errors:refusal.changed-meanwhile'))
  await expect(answer).toContainText('Vi har mätt farten.')
  await expect(text).toHaveValue('Vi mäter farten i maj.')
})
