import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import { languages, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { findInQueue } from '../support/find-in-queue.ts'
import { fillInForm, sendButton } from '../support/tell-us.ts'

type Resident = { page: Page; lang: Language; t: TFunction; script: boolean; checkPage: (page: Page) => Promise<void> }
type Coordinator = { page: Page; t: TFunction }

const dialogue = 'hammarkullen-young-people-in-the-evening'

/** What is written on the way, unlike what any other test writes. */
function writtenNow() {
  const mark = randomBytes(4).toString('hex')
  return {
    voice: `Lamporna vid trappan är släckta. <i>${mark}</i>`,
    message: `Tack, det är ljust igen. ${mark}`,
    title: { sv: `Mörk trappa ${mark}`, ar: `درج مظلم ${mark}` },
    text: { sv: `Trappan har varit mörk. ${mark}`, ar: `كان الدرج مظلما. ${mark}` },
    answer: { sv: `Lamporna är bytta. ${mark}`, ar: `تم تغيير المصابيح. ${mark}` },
  }
}

type Written = ReturnType<typeof writtenNow>

test('a voice becomes an answer, a commitment and a result that all can see, and the resident comes to talk', async ({
  page,
  lang,
  t,
  script,
  staffT,
  asStaff,
  checkPage,
}) => {
  test.slow()
  const resident = { page, lang, t, script, checkPage }
  const coordinator = { page: await asStaff('coordinator'), t: staffT }
  const written = writtenNow()

  const code = await tell(resident, written)
  const ref = await triage(coordinator, written)
  await answerInPublic(coordinator, written)
  await readAnswerAndReply(resident, code, written)
  await followChain(resident, ref, written)
  await signUp(resident)
  await expectReply(coordinator, ref, written)
})

/** Home, the door, the form, the code. */
async function tell({ page, lang, t, script, checkPage }: Resident, { voice }: Written): Promise<string> {
  await page.goto('/')
  await page.goto(paths.home(lang))
  await checkPage(page)
  await page
    .getByRole('main')
    .locator(`a[href="${paths.submitKind(lang, 'concern')}"]`)
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:concern.heading'))
  await fillInForm({ page, lang, t, script }, { category: 'upkeep', body: voice, areaCode: '606' })
  await sendButton({ page, lang, t, script }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:received.title'))
  await checkPage(page)
  const code = await page.locator('#code').innerText()
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
  await page.getByRole('button', { name: t('submit:received.saved') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:thanks.title'))
  await expect(page.getByText(code)).toHaveCount(0)
  return code
}

async function press({ page, t }: Coordinator, button: string, done: string): Promise<void> {
  await page.getByRole('button', { name: t(button), exact: true }).click()
  await expect(page.getByRole('status')).toContainText(t(`staff:done.${done}`))
}

/** Finds it in the queue, reads it, begins, links it; gives its reference. */
async function triage(coordinator: Coordinator, { voice }: Written): Promise<string> {
  const { page, t } = coordinator
  await page.goto(`${paths.staffQueue()}?status=received&category=upkeep&area=606`)
  await (await findInQueue(page, t, voice)).getByRole('link').click()
  await expect(page.getByText(voice).first()).toBeVisible()
  for (const status of ['screening', 'in_progress']) {
    await page.getByLabel(t('staff:move.to'), { exact: true }).selectOption({ label: t(`staff:move.way.${status}`) })
    await press(coordinator, 'staff:move.submit', 'move')
    // What is said of one move still stands during the next; the state itself tells when it is done.
    await expect(page.getByRole('main')).toContainText(t(`staff:move.hint.${status}`))
  }
  await page.getByText(t('staff:link.choose')).click()
  await page
    .getByRole('region', { name: t('staff:link.title'), exact: true })
    .getByRole('checkbox')
    .nth(9)
    .check()
  await press(coordinator, 'staff:link.submit', 'link')
  return new URL(page.url()).pathname.split('/').at(-1)!
}

/** Writes the public text and the answer in Swedish and Arabic, and publishes. */
async function answerInPublic(coordinator: Coordinator, written: Written): Promise<void> {
  const { page, t } = coordinator
  const fill = async (label: string, texts: Record<string, string>) => {
    for (const [tag, text] of Object.entries(texts))
      await page.getByLabel(t(label, { language: languages[tag as Language].name })).fill(text)
  }
  const unfold = (panel: string) =>
    page
      .getByRole('region', { name: t(panel), exact: true })
      .getByText(t('staff:translations.title'), { exact: true })
      .click()
  await unfold('staff:public.title')
  await fill('staff:public.field.title', written.title)
  await fill('staff:public.field.body', written.text)
  await press(coordinator, 'staff:public.save', 'public-text')
  await unfold('staff:answer.title')
  await fill('staff:answer.body', written.answer)
  await press(coordinator, 'staff:answer.submit', 'answer')
  await press(coordinator, 'staff:public.publish', 'publish')
}

/** Opens the thread with the code, in small letters and with spaces, reads the answer and writes back. */
async function readAnswerAndReply({ page, lang, t, checkPage }: Resident, code: string, written: Written) {
  await page.goto(paths.follow(lang))
  await page.getByLabel(t('follow:code.label')).fill(` ${code.toLowerCase().replaceAll('-', ' ')} `)
  await page.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
  await expect(page.getByText(written.voice)).toBeVisible()
  await expect(page.getByText(inLanguage(written.answer, lang))).toBeVisible()
  await checkPage(page)
  await page.getByLabel(t('follow:reply.label')).fill(written.message)
  await page.getByRole('button', { name: t('follow:reply.send') }).click()
  await expect(page.getByText(t('follow:reply.sent'))).toBeVisible()
  await checkPage(page)
}

const inLanguage = (texts: { sv: string; ar: string }, lang: Language) => (lang === 'ar' ? texts.ar : texts.sv)

/** The list, the published text with its answer, and the commitment that it leads to. */
async function followChain({ page, lang, t, checkPage }: Resident, ref: string, written: Written): Promise<void> {
  await page.goto(paths.submissions(lang))
  await page.getByRole('link', { name: inLanguage(written.title, lang) }).click()
  await expect(page).toHaveURL(new RegExp(`${paths.submission(lang, ref)}$`))
  await expect(page.getByText(inLanguage(written.text, lang))).toBeVisible()
  await expect(page.getByText(inLanguage(written.answer, lang)).first()).toBeVisible()
  await expect(page.getByText(written.voice)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: t('submissions:chain.title') })).toBeVisible()
  await checkPage(page)
  await page
    .locator(`main a[href^="${paths.commitments(lang)}/"]`)
    .first()
    .click()
  await expect(page.getByRole('link', { name: inLanguage(written.title, lang) })).toBeVisible()
  await checkPage(page)
}

async function signUp({ page, lang, t, checkPage }: Resident): Promise<void> {
  await page.goto(paths.dialogues(lang))
  await page
    .locator(`main a[href="${paths.dialogue(lang, dialogue)}"]`)
    .first()
    .click()
  await page.getByRole('link', { name: t('dialogues:signUp.open'), exact: true }).click()
  await page.getByLabel(t('dialogues:form.name')).fill('Amina')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: t('dialogues:form.send'), exact: true }).click()
  await expect(page).toHaveURL(/\/bookings\/\w+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('bookings:state.confirmed', { count: 1 }))
  await checkPage(page)
}

/** What the resident wrote back stands in the thread for staff. */
async function expectReply({ page, t }: Coordinator, ref: string, { message }: Written): Promise<void> {
  await page.goto(paths.staffSubmission(ref))
  await expect(page.getByRole('region', { name: t('staff:thread.title'), exact: true })).toContainText(message)
}
