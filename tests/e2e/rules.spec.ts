import { randomBytes } from 'node:crypto'
import type { Locator } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { actOnCase, beginWork } from '../support/act-on-case.ts'
import { expect, test } from '../support/browser.ts'
import { findInQueue } from '../support/find-in-queue.ts'
import { sendConcern } from '../support/send-concern.ts'

test('a coordinator tries a rule, saves it, and what then comes in is sorted by it', async ({
  staffT: t,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  // Where somebody else has changed the rules meanwhile, it is tried anew, and confirmed once more.
  const confirm = async (button: Locator, { done, stale }: { done: string; stale: string }) => {
    const press = async () => {
      const answer = page.waitForResponse((one) => one.request().method() === 'POST')
      return (await Promise.all([answer, button.click()]))[0].status()
    }
    for (let presses = 1; (await press()) === 409; presses++) {
      expect(presses, 'how often it was confirmed').toBeLessThan(8)
      await expect(page.getByRole('alert')).toContainText(t(stale))
    }
    await expect(page.getByRole('status')).toContainText(t(done))
  }
  const word = `sorterat${randomBytes(4).toString('hex')}`
  const name = `Regel ${word}`
  const send = (body: string) =>
    sendConcern({ page: resident, lang: 'sv' }, { category: 'meeting-places', areaCode: '613', body })
  await send(`Före regeln: ${word}`)

  const made = { use: 'answer', name: `Mall ${word}`, 'body.sv': 'Vi ses vid torget i {area}.' }
  expect((await page.request.post(paths.staffNewTemplate(), { form: made, maxRedirects: 0 })).status()).toBe(303)
  await page.goto(paths.staffRules())
  await page.getByRole('link', { name: t('rules:new') }).click()
  await checkPage(page)
  const field = (key: string) => page.getByLabel(t(`rules:field.${key}`), { exact: true })
  const tryIt = () => page.getByRole('button', { name: t('rules:form.try'), exact: true }).click()
  await field('name').fill(name)
  await tryIt()
  await expect(page.getByRole('alert')).toContainText(t('errors:field.rule-does-nothing'))
  await field('words').fill(word)
  await field('organisation').selectOption('poseidon')
  await field('priority').selectOption('high')
  await field('answerWithin').fill('3')
  await field('templateId').selectOption({ label: made.name })
  await tryIt()
  const found = page.getByRole('heading', { level: 2, name: /^1 av de/ })
  await expect(found).toBeVisible()
  await expect(field('name')).toHaveValue(name)
  await expect(page.getByText(t('rules:trial.suggested', { count: 1, name: made.name }))).toBeVisible()
  await checkPage(page)

  // What was changed after it was tried is tried once more before it is saved.
  await field('answerWithin').fill('2')
  const save = page.getByRole('button', { name: t('rules:form.save'), exact: true })
  await save.click()
  await expect(page.getByRole('alert')).toContainText(t('errors:refusal.rule-not-tried'))
  await confirm(save, { done: 'rules:done.add', stale: 'errors:refusal.rule-not-tried' })
  const rule = page.getByRole('main').getByRole('listitem').filter({ hasText: name })
  await expect(rule).toContainText(t('rules:then.answerWithin', { count: 2 }))
  await checkPage(page)

  const { ref } = await send(`Efter regeln: ${word}`)
  await page.goto('/staff/queue?status=received&category=meeting-places&area=613')
  const row = async () => findInQueue(page, t, `Efter regeln: ${word}`)
  // The worker takes it within seconds.
  await expect(async () => {
    await page.goto('/staff/queue?status=received&category=meeting-places&area=613')
    await expect(await row()).toContainText(t('staff:priority.high'), { timeout: 500 })
  }).toPass({ timeout: 40_000 })
  await expect(page.getByRole('listitem').filter({ hasText: `Före regeln: ${word}` })).not.toContainText(
    t('staff:priority.high'),
  )
  await (await row()).getByRole('link').click()
  await expect(page.getByRole('region', { name: t('staff:clocks.title') })).toContainText(t('staff:clocks.name.answer'))
  await expect(page.getByRole('main')).toContainText(name)
  const routings = page.getByRole('region', { name: t('staff:route.title'), exact: true })
  await expect(routings).toContainText(/En regel föreslår .*Poseidon/)
  await expect(routings.getByLabel(t('staff:route.organisation'), { exact: true })).toHaveValue('poseidon')
  await page.getByLabel(t('staff:priority.title'), { exact: true }).selectOption('normal')
  await page.getByRole('button', { name: t('staff:priority.submit'), exact: true }).click()
  await expect(page.getByRole('status')).toContainText(t('staff:done.prioritise'))
  await checkPage(page)

  // The answer is prepared, and given by nobody but who presses the button.
  await actOnCase(page, ref, beginWork)
  await page.goto(paths.staffSubmission(ref))
  const answer = page.getByRole('region', { name: t('staff:answer.title'), exact: true })
  await expect(answer.getByText(t('templates:suggested.filled', { rule: name, template: made.name }))).toBeVisible()
  const swedish = answer.getByLabel(t('staff:answer.body', { language: 'Svenska' }))
  await expect(swedish).toHaveValue('Vi ses vid torget i Eriksbo.')
  await answer.getByText(t('templates:offer')).click()
  await expect(answer.getByRole('listitem').first()).toContainText(t('templates:suggested.by', { rule: name }))
  await checkPage(page)
  await swedish.fill('Vi kommer på torsdag.')
  await answer.getByRole('button', { name: t('staff:answer.submit') }).click()
  await expect(answer).toContainText('Vi kommer på torsdag.')

  await page.goto(paths.staffRules())
  const change = async (verb: string) => {
    const button = page.getByRole('button', { name: t(`rules:verb.${verb}`), exact: true })
    await confirm(button, { done: `rules:done.${verb}`, stale: 'rules:change.stale' })
  }
  await rule.getByRole('link', { name: `${t('rules:verb.end')} ${name}` }).click()
  // Both, the one before the rule and the one after it, would wait for somebody to read them.
  await expect(page.getByRole('heading', { level: 2, name: /^2 av de/ })).toBeVisible()
  const way = page.getByRole('listitem').filter({ hasText: t('rules:way.count', { count: 2 }) })
  await expect(way).toContainText(name)
  await expect(way).toContainText(t('rules:way.none'))
  await checkPage(page)
  await change('end')
  await expect(rule.filter({ visible: true })).toHaveCount(0)
  await page.getByText(/gäller längre$/).click()
  await checkPage(page)
  await rule.getByRole('link', { name: `${t('rules:verb.resume')} ${name}` }).click()
  await change('resume')
  await rule.getByRole('link', { name: `${t('rules:verb.end')} ${name}` }).click()
  await change('end')
})
