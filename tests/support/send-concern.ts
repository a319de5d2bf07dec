import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

export type Visiting = { page: Page; lang: Language; t: TFunction }

type Sender = Pick<Visiting, 'page' | 'lang'>

/** What goes along with what is filled in. */
type Along = {
  photos?: { name: string; mimeType: string; buffer: Buffer }
  /** The address in the network that it comes from, where it is not the visitor's own. */
  from?: string
}

/** Sends a concern in one post, as the form does without script; throws unless it was taken. */
export async function postConcern(
  { page, lang }: Sender,
  fields: Record<string, string> = {},
  { photos, from }: Along = {},
): Promise<void> {
  const form = paths.submitKind(lang, 'concern')
  const visit = from === undefined ? {} : { headers: { 'X-Forwarded-For': from } }
  const html = await (await page.request.get(form, visit)).text()
  const formToken = /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const filled = {
    ...{ category: 'lighting', body: 'Lampan vid trappan är trasig.', areaCode: '606', language: lang, formToken },
    ...fields,
  }
  const content = photos ? { multipart: { ...filled, photos } } : { form: filled }
  const answer = await page.request.post(form, { ...content, ...visit, maxRedirects: 0 })
  const to = answer.headers().location
  if (answer.status() !== 303 || to !== paths.received(lang))
    throw new Error(`sending a concern answered ${answer.status()} and led to ${to ?? 'nowhere'}`)
}

/** Sends a concern as `postConcern` does, and stands on its receipt. Gives its code and number. */
export async function sendConcern(
  { page, lang }: Sender,
  fields: Record<string, string> = {},
  along: Along = {},
): Promise<{ code: string; ref: string }> {
  await postConcern({ page, lang }, fields, along)
  await page.goto(paths.received(lang))
  const code = (await page.locator('#code').innerText()).trim()
  const ref = /NORDOST (\S+) /.exec(await page.locator('#proof').innerText())?.[1] ?? ''
  return { code, ref }
}

/** Opens what lies under a code on the follow page. */
export async function openCase({ page, lang, t }: Visiting, code: string): Promise<void> {
  await page.goto(paths.follow(lang))
  await page.getByRole('textbox', { name: t('follow:code.label') }).fill(code)
  await page.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: t('follow:case.title') }).waitFor()
}
