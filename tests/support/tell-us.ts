import { expect, type Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import type { Category, Kind } from '#db/schema/submissions.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** A resident at the form: `script` says whether it is one flowing page or one question at a time. */
export type Teller = { page: Page; lang: Language; t: TFunction; script: boolean }

/** What is told; the place is a whole area or the name of a square or stop in the list. */
export type Told = {
  kind?: Kind
  category?: Category
  body?: string
  areaCode?: string
  place?: string
  contactEmail?: string
}

export const nextButton = ({ page, t }: Teller) =>
  page.getByRole('button', { name: t('submit:step.next'), exact: true })
export const backButton = ({ page, t }: Teller) =>
  page.getByRole('button', { name: t('submit:step.back'), exact: true })
export const sendButton = ({ page, t }: Teller) => page.getByRole('button', { name: t('submit:send'), exact: true })
export const categoryRadio = ({ page, t }: Teller, category: Category) =>
  page.getByRole('radio', { name: t(`categories:${category}`), exact: true })
export const bodyField = ({ page, t }: Teller, kind: Kind = 'concern') =>
  page.getByRole('textbox', { name: t(`submit:${kind === 'tip' ? 'tipOpen' : kind}.body`) })
export const emailField = ({ page, t }: Teller) => page.getByRole('textbox', { name: t('submit:contact.label') })

/** Goes on to the next question where the form comes one at a time; on the flowing page there is nothing to press. */
export async function goOn(teller: Teller): Promise<void> {
  if (!teller.script) await nextButton(teller).click()
}

/** Opens the form; with script, waits until all of it is there. */
export async function openForm(teller: Teller, kind: Kind = 'concern'): Promise<void> {
  await teller.page.goto(paths.submitKind(teller.lang, kind))
  if (teller.script) await expect(sendButton(teller)).toBeVisible()
}

/** Chooses the category, and goes past its questions without an answer. */
export async function chooseCategory(teller: Teller, category: Category, kind: Kind = 'concern') {
  await categoryRadio(teller, category).check()
  await goOn(teller)
  while (!teller.script && !(await bodyField(teller, kind).isVisible())) await goOn(teller)
}

/** Chooses the place in the lists. */
export async function choosePlace(teller: Teller, { areaCode = '606', place }: Told): Promise<void> {
  const { page, t } = teller
  if (place) await page.getByLabel(t('submit:place.list')).selectOption({ label: place })
  else await page.getByLabel(t('submit:place.area')).selectOption(areaCode)
  await goOn(teller)
  const other = page.getByRole('button', { name: t('similar:other') })
  if (!teller.script && (await other.isVisible())) await other.click()
}

/** Fills in the whole form, in steps or on the flowing page, and stands before Send. */
export async function fillInForm(teller: Teller, told: Told = {}): Promise<void> {
  const { kind = 'concern', category = 'upkeep', body = 'Buskarna skymmer sikten vid trappan.' } = told
  await openForm(teller, kind)
  await chooseCategory(teller, category, kind)
  await bodyField(teller, kind).fill(body)
  await goOn(teller)
  await choosePlace(teller, told)
  if (told.contactEmail) await emailField(teller).fill(told.contactEmail)
  await goOn(teller)
  await expect(sendButton(teller)).toBeVisible()
}

/** Sends what was filled in and gives the code, as it is read from the receipt. */
export async function sendForm(teller: Teller): Promise<string> {
  const { page, lang } = teller
  await sendButton(teller).click()
  await page.waitForURL(`**${paths.received(lang)}`)
  return (await page.locator('#code').innerText()).trim()
}

/** Tells something from the first question to the receipt, and gives its code. */
export async function tellUs(teller: Teller, told: Told = {}): Promise<string> {
  await fillInForm(teller, told)
  return sendForm(teller)
}
