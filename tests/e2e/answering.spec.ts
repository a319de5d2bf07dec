import { randomBytes } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { actOnCase, beginWork } from '../support/act-on-case.ts'
import { expect, test } from '../support/browser.ts'
import { sendConcern } from '../support/send-concern.ts'

const mark = () => randomBytes(6).toString('hex')

/** Sends a concern in as a resident's browser does, and brings it to where it can be answered; gives its address. */
async function caseInProgress(resident: Page, staff: Page, body: string): Promise<string> {
  const { ref } = await sendConcern({ page: resident, lang: 'sv' }, { category: 'upkeep', language: 'en', body })
  await actOnCase(staff, ref, beginWork)
  return paths.staffSubmission(ref)
}

test('a coordinator writes a template, inserts it, leaves it half written, comes back and gives the answer', async ({
  script,
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const [name, body] = [`Räcken ${mark()}`, `Räcket är löst ${mark()}`]
  await page.goto('/staff/admin/templates/new')
  await page.getByLabel(staffT('templates:field.name')).fill(name)
  await page.getByLabel(staffT('templates:field.category')).selectOption('upkeep')
  await page.getByLabel(staffT('templates:field.body'), { exact: true }).fill('Vi lagar räcket i {area}. {namn}')
  await page.getByRole('button', { name: staffT('templates:preview') }).click()
  await expect(page.getByRole('alert')).toContainText(staffT('errors:field.unknown-placeholder'))
  await page.getByLabel(staffT('templates:field.body'), { exact: true }).fill('Vi lagar räcket i {area}.')
  await page.getByRole('button', { name: staffT('templates:preview') }).click()
  await expect(page.getByRole('region', { name: staffT('templates:preview') })).toContainText('Vi lagar räcket i')
  await checkPage(page)
  await page.getByRole('button', { name: staffT('templates:save') }).click()
  await expect(page.getByRole('status')).toContainText(staffT('templates:done.add'))
  await checkPage(page)

  const address = await caseInProgress(resident, page, body)
  await page.goto(address)
  const answer = page.getByRole('region', { name: staffT('staff:answer.title'), exact: true })
  const swedish = answer.getByLabel(staffT('staff:answer.body', { language: 'Svenska' }))
  await swedish.fill('Tack för att du skrev.')
  await answer.getByText(staffT('templates:offer')).click()
  await answer.getByRole('button', { name: `${staffT('templates:insert')} ${name}` }).click()
  await expect(swedish).toHaveValue('Tack för att du skrev.\n\nVi lagar räcket i Hammarkullen.')
  await expect(answer.getByRole('status').filter({ hasText: staffT('templates:inserted') })).toBeVisible()
  await answer.getByLabel(staffT('staff:answer.body', { language: 'English' })).fill('We mend it.')
  if (!script) await answer.getByRole('button', { name: staffT('templates:draft.save') }).click()
  await expect(answer.locator('[aria-live=polite]').filter({ hasText: /\d\d[:.]\d\d/ })).toBeVisible()
  await checkPage(page)

  await page.goto('/staff')
  await page.goto(address)
  await expect(swedish).toHaveValue('Tack för att du skrev.\n\nVi lagar räcket i Hammarkullen.')
  await answer.getByRole('button', { name: staffT('staff:answer.submit') }).click()
  await expect(page.getByRole('status').filter({ hasText: staffT('staff:done.answer') })).toBeVisible()
  await expect(answer).toContainText('Vi lagar räcket i Hammarkullen.')

  await answer.getByText(staffT('staff:answer.correct')).click()
  await swedish.fill('Vi lagar räcket i maj.')
  await answer.getByRole('button', { name: staffT('staff:answer.submit') }).click()
  await expect(answer).toContainText(staffT('staff:answer.version', { version: 2 }))
  await answer.getByText(staffT('staff:translations.written')).first().click()
  await expect(answer.getByText(staffT('templates:older.mark'), { exact: true })).toBeVisible()

  const withdraw = page.getByRole('region', { name: staffT('templates:withdraw.title') })
  await withdraw.getByText(staffT('templates:withdraw.open')).click()
  await withdraw.getByLabel(staffT('templates:withdraw.which')).selectOption('answer-1')
  await withdraw.getByLabel(staffT('templates:withdraw.ground')).selectOption('privacy')
  await withdraw.getByLabel(staffT('templates:withdraw.why')).fill('Ett namn stod där.')
  await withdraw.getByRole('button', { name: staffT('templates:withdraw.submit') }).click()
  await expect(withdraw).toContainText('Ett namn stod där.')
  const first = answer.getByRole('article').filter({ hasText: staffT('staff:answer.version', { version: 1 }) })
  await expect(first).toContainText(staffT('staff:answer.withdrawn'))
  await expect(first).not.toContainText('Hammarkullen')
  await checkPage(page)
})

test('an answer for later waits on the page until it is taken back', async ({
  viewport,
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  await page.goto(await caseInProgress(resident, page, `Räcket är löst ${mark()}`))
  const answer = page.getByRole('region', { name: staffT('staff:answer.title'), exact: true })
  await answer.getByLabel(staffT('staff:answer.body', { language: 'Svenska' })).fill('Vi lagar räcket i maj.')
  await answer.getByLabel(staffT('templates:plan.answerAt')).fill('2126-05-04T08:00')
  await answer.getByRole('button', { name: staffT('staff:answer.submit') }).click()
  const waiting = page.getByRole('region', { name: staffT('templates:plan.title') })
  await expect(waiting).toContainText('Vi lagar räcket i maj.')
  const [toPlans, toAlarm] = ['plans', 'alarm'].map((part) => page.locator(`nav a[href="#${part}"]`))
  await expect(toPlans!).toHaveCount(1)
  await checkPage(page)
  // On a wide screen there is no need of ways down the page.
  const isNarrow = viewport!.width < 1000
  await expect(toPlans!).toBeVisible({ visible: isNarrow })
  if (isNarrow) {
    await toPlans!.click()
    await expect(waiting.getByRole('heading')).toBeInViewport()
  }
  await waiting.getByRole('button', { name: staffT('templates:plan.cancel') }).click()
  await expect(page.getByRole('status').filter({ hasText: staffT('staff:done.cancel-plan') })).toBeVisible()
  await expect(waiting).toHaveCount(0)
  await expect(toPlans!).toHaveCount(0)
  await expect(toAlarm!).toHaveCount(1)
})

test('a coordinator marks cases in the queue, leaves one out after a look at each, answers, and plans the last', async ({
  script,
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const word = mark().replaceAll(/\d/g, 'q')
  const bodies = ['löst', 'sned', 'borta'].map((how) => `Räcket vid ${word} är ${how} ${mark()}`)
  const addresses: string[] = []
  for (const body of bodies) addresses.push(await caseInProgress(resident, page, body))
  const refs = addresses.map((address) => address.split('/').at(-1)!)
  const queue = `/staff/queue?status=in_progress&q=${word}`
  await page.goto(queue)
  const rowOf = (ref: string) => page.getByRole('listitem').filter({ hasText: ref })
  for (const ref of refs.slice(0, 2)) await rowOf(ref).getByRole('checkbox').check()
  if (script) {
    await rowOf(refs[2]!).getByRole('link').focus()
    for (const key of ['x', 'x', 'x']) await page.keyboard.press(key)
    await expect(page.getByRole('button', { name: `${staffT('templates:many.answerMarked')} (3)` })).toBeVisible()
    await checkPage(page)
    await page.keyboard.press('s')
  } else {
    await rowOf(refs[2]!).getByRole('checkbox').check()
    await checkPage(page)
    await page.getByRole('button', { name: staffT('templates:many.answerMarked') }).click()
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(staffT('templates:many.title'))
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3)
  const swedish = page.getByLabel(staffT('staff:answer.body', { language: 'Svenska' }))
  await swedish.fill('Vi lagar räcket. Ditt ärende är {ref}.')
  await checkPage(page)
  await page.getByRole('button', { name: staffT('templates:many.preview') }).click()
  for (const ref of refs) await expect(page.getByText(`Ditt ärende är ${ref}.`)).toBeVisible()
  await rowOf(refs[2]!).getByRole('checkbox').uncheck()
  await checkPage(page)
  await page.getByRole('button', { name: staffT('templates:many.send') }).click()
  await expect(page.getByRole('status')).toContainText('2')
  await page.goto(addresses[1]!)
  await expect(page.getByText(`Ditt ärende är ${refs[1]}.`).first()).toBeVisible()

  await page.goto(queue)
  await page.getByRole('button', { name: staffT('templates:many.answerAll') }).click()
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await swedish.fill('Vi lagar räcket i {area}.')
  await page.getByLabel(staffT('templates:many.at')).fill('2126-05-04T08:00')
  await page.getByRole('button', { name: staffT('templates:many.preview') }).click()
  await page.getByRole('button', { name: staffT('templates:many.plan') }).click()
  await expect(page.getByRole('status')).toContainText(staffT('templates:batch.done.planned'))
  await expect(page.getByText('Vi lagar räcket i Hammarkullen.')).toBeVisible()
  await checkPage(page)
  await page.goto(addresses[2]!)
  await page.getByRole('link', { name: staffT('templates:batch.together') }).click()
  await page.getByRole('button', { name: staffT('templates:batch.cancel') }).click()
  await expect(page.getByRole('status')).toContainText(staffT('templates:batch.done.cancel'))
})

test('a letter, a note and the public text stand half written where she left them @once', async ({
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
}) => {
  test.slow()
  const [page, resident] = [await asStaff('coordinator'), await anotherVisitor()]
  const address = await caseInProgress(resident, page, `Räcket är löst ${mark()}`)
  const kept = (within: Locator) => expect(within.getByText(/Utkast sparat .*\d\d[:.]\d\d/)).toBeVisible()
  await page.goto(`${address}/redirect?to=vasttrafik`)
  const letter = page.getByLabel(staffT('handling:redirect.letter'))
  await letter.fill('Räcket är spårvägens')
  await kept(page.getByRole('main'))
  await page.goto(address)
  const notes = page.getByRole('region', { name: staffT('staff:note.title') })
  await notes.getByLabel(staffT('staff:note.body')).fill('Jag ringde')
  await kept(notes)
  const shown = page.getByRole('region', { name: staffT('staff:public.title') })
  const title = shown.getByLabel(staffT('staff:public.field.title', { language: 'Svenska' }))
  await title.fill('Ett löst räcke')
  await kept(shown)
  await page.reload()
  await expect(title).toHaveValue('Ett löst räcke')
  await expect(notes.getByLabel(staffT('staff:note.body'))).toHaveValue('Jag ringde')
  await checkPage(page)
  await page.goto(`${address}/redirect`)
  await expect(letter).toHaveValue('Räcket är spårvägens')
  await checkPage(page)
})
