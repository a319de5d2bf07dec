import { randomBytes } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import type { Role } from '#db/schema/staff.ts'
import type { Category } from '#db/schema/submissions.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import {
  bodyField,
  categoryRadio,
  choosePlace,
  emailField,
  goOn,
  nextButton,
  openForm,
  sendForm,
  type Teller,
} from '../support/tell-us.ts'

/** Each way of visiting changes the questions of a category of its own. */
const categoryOf = (script: boolean, width: number): { category: Category; readBy: Role } => {
  // On the phone one that the police receives, at the desk one that the city does.
  if (width < 500) return { category: script ? 'drugs' : 'treatment', readBy: 'officer' }
  return { category: script ? 'vandalism' : 'praise', readBy: 'coordinator' }
}

type Desk = { page: Page; t: TFunction; category: Category }

const field = ({ page, t }: Desk, name: string) => page.getByLabel(t(`question-editor:form.${name}`), { exact: true })
const option = ({ page, t }: Desk, number: number) =>
  page.getByLabel(t('question-editor:form.option', { number }), { exact: true })
const save = ({ page, t }: Desk) =>
  page.getByRole('button', { name: t('question-editor:form.save'), exact: true }).click()

/** Opens the form of a new question of a kind, from the list of the category. */
async function begin({ page, t, category }: Desk, kind: 'choice' | 'text'): Promise<void> {
  await page.goto(paths.staffQuestionsOf(category))
  await page.getByRole('link', { name: t(`question-editor:kind.${kind}.name`) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('question-editor:form.add', { kind: t(`question-editor:kind.${kind}.name`) }),
  )
}

/** A choice of three answers, of which the third stops the form. */
async function addChoice(desk: Desk, label: string): Promise<void> {
  const { page, t } = desk
  await begin(desk, 'choice')
  await field(desk, 'label').fill(label)
  await option(desk, 1).fill('Gott')
  await option(desk, 2).fill('Illa')
  await option(desk, 3).fill('Det är bråk nu')
  await page.getByText(t('question-editor:form.stops'), { exact: true }).nth(2).click()
  await page
    .getByLabel(`${t('question-editor:form.option', { number: 3 })}: ${t('question-editor:form.advice')}`, {
      exact: true,
    })
    .fill('Gå därifrån och ring 112.')
  await save(desk)
  await expect(page.getByRole('status')).toContainText(t('question-editor:done.add'))
}

/** A text that is asked only of who answered "Illa" to the choice. */
async function addFollowUp(desk: Desk, label: string, choice: string): Promise<void> {
  const { page, t } = desk
  await begin(desk, 'text')
  await field(desk, 'label').fill(label)
  const answers = page.getByRole('group', { name: t('question-editor:form.when', { question: choice }) })
  await answers.getByRole('checkbox', { name: 'Illa' }).check()
  await save(desk)
  await expect(page.getByRole('status')).toContainText(t('question-editor:done.add'))
}

/** The group of a choice on the resident's form, or in the preview of it. */
const group = (within: Page | Locator, name: string) => within.getByRole('group', { name })

/** Chooses the category and comes to its questions. */
async function comeToQuestions(teller: Teller, category: Category): Promise<void> {
  await openForm(teller)
  await categoryRadio(teller, category).check()
  await goOn(teller)
}

test('a coordinator asks something new, a resident answers it, and the officer of the case reads the answer', async ({
  staffT,
  asStaff,
  anotherVisitor,
  checkPage,
  script,
  viewport,
  lang,
  t,
}) => {
  test.slow()
  const mark = randomBytes(4).toString('hex')
  const { category, readBy } = categoryOf(script, viewport!.width)
  const desk: Desk = { page: await asStaff('coordinator'), t: staffT, category }
  const [asked, after] = [`Hur mår du ${mark}?`, `Varför ${mark}?`]
  await desk.page.goto(paths.staff())
  await desk.page
    .getByRole('main')
    .getByRole('link', { name: staffT('staff:home.toQuestions') })
    .click()
  await checkPage(desk.page)
  await desk.page.getByRole('link', { name: staffT(`categories:${category}`) }).click()
  await addChoice(desk, asked)
  await addFollowUp(desk, after, asked)
  await checkPage(desk.page)

  // The preview shows it as the resident sees it, in Swedish where there is no Arabic yet.
  await desk.page.goto(`${paths.staffQuestionsOf(category)}?in=ar`)
  const preview = desk.page.getByRole('region', { name: staffT('question-editor:preview.title') })
  await expect(preview.locator('[lang=sv]').getByText(asked)).toBeVisible()
  await expect(preview.getByText(after)).toHaveCount(0)
  await group(preview, asked).getByRole('radio', { name: 'Illa' }).check()
  if (!script) await preview.getByRole('button', { name: staffT('question-editor:preview.more') }).click()
  await expect(preview.getByText(after)).toBeVisible()
  await checkPage(desk.page)

  const teller: Teller = { page: await anotherVisitor(), lang, t, script }
  const form = teller.page
  await comeToQuestions(teller, category)
  const choice = group(form, asked)
  await choice.getByRole('radio', { name: 'Det är bråk nu' }).check()
  if (!script) await nextButton(teller).click()
  await expect(form.getByRole('alert').getByText('Gå därifrån och ring 112.')).toBeVisible()
  await form.getByRole('button', { name: t('questions:stop.over') }).click()
  await expect(choice.getByRole('radio', { name: 'Gott' })).toBeChecked()
  await expect(form.getByLabel(after)).toHaveCount(0)
  await choice.getByRole('radio', { name: 'Illa' }).check()
  if (!script) await nextButton(teller).click()
  await form.getByLabel(after).fill(`Det var mörkt ${mark}.`)
  await goOn(teller)
  await bodyField(teller).fill(`Något hände ${mark}.`)
  await goOn(teller)
  await choosePlace(teller, {})
  await expect(emailField(teller)).toBeVisible()
  await goOn(teller)
  await sendForm(teller)

  const reader = await asStaff(readBy)
  await reader.goto(`${paths.staffQueue()}?status=received&category=${category}&area=606`)
  await reader.getByRole('listitem').filter({ hasText: mark }).getByRole('link').click()
  for (const words of [asked, 'Illa', after, `Det var mörkt ${mark}.`])
    await expect(reader.getByRole('main').getByText(words, { exact: true })).toBeVisible()

  // What another question hangs on cannot go first.
  await desk.page.goto(paths.staffQuestionsOf(category))
  const stopAsking = (label: string) =>
    desk.page.getByRole('button', { name: `${staffT('question-editor:verb.retire')} ${label}` }).click()
  await stopAsking(asked)
  await expect(desk.page.getByRole('alert')).toHaveText(staffT('errors:refusal.question-needed'))
  for (const label of [after, asked]) {
    await stopAsking(label)
    await expect(desk.page.getByRole('status')).toHaveText(staffT('question-editor:done.retire'))
  }
  await checkPage(desk.page)
  await teller.page.goto(paths.submitKind(lang, 'concern'))
  await comeToQuestions(teller, category)
  await expect(bodyField(teller)).toBeVisible()
  await expect(form.getByText(asked)).toHaveCount(0)
})

test('what is wrong in a question is said, more options come, and what was typed is kept', async ({
  staffT: t,
  asStaff,
  checkPage,
}) => {
  const desk: Desk = { page: await asStaff('coordinator'), t, category: 'other' }
  const { page } = desk
  await begin(desk, 'choice')
  await option(desk, 1).fill('Ja')
  await page.getByRole('button', { name: t('question-editor:form.more') }).click()
  await expect(option(desk, 4)).toBeVisible()
  await option(desk, 4).fill('ja')
  await page
    .getByRole('button', {
      name: `${t('question-editor:form.optionUp')} ${t('question-editor:form.option', { number: 4 })}`,
    })
    .click()
  await expect(option(desk, 3)).toHaveValue('ja')
  await save(desk)
  await expect(page.getByRole('alert')).toContainText(t('errors:field.missing'))
  await expect(page.getByRole('alert')).toContainText(t('errors:field.option-twice'))
  await expect(option(desk, 1)).toHaveValue('Ja')
  await checkPage(page)
})

test('who does not edit the form has no way to its questions @once', async ({ asStaff, staffT: t }) => {
  for (const role of ['officer', 'partner', 'admin'] as const) {
    const page = await asStaff(role)
    await page.goto(paths.staff())
    await expect(page.getByRole('link', { name: t('staff:nav.questions'), exact: true })).toHaveCount(0)
    for (const path of [
      paths.staffQuestions(),
      paths.staffQuestionsOf('lighting'),
      paths.staffQuestion('lighting', 'fault'),
    ])
      expect((await page.goto(path))?.status()).toBe(403)
  }
})
