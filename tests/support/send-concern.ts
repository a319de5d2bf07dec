import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

export type Visiting = { page: Page; lang: Language; t: TFunction }

/** Sends a concern in one post, as the form does without script, and stands on its receipt. Gives its code and number. */
export async function sendConcern(
  { page, lang }: Visiting,
  fields: Record<string, string> = {},
): Promise<{ code: string; ref: string }> {
  const form = paths.submitKind(lang, 'concern')
  const html = await (await page.request.get(form)).text()
  const formToken = /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const filled = {
    category: 'lighting',
    body: 'Lampan vid trappan är trasig.',
    areaCode: '606',
    language: lang,
    formToken,
  }
  const answer = await page.request.post(form, { form: { ...filled, ...fields }, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`sending a concern answered ${answer.status()}`)
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
