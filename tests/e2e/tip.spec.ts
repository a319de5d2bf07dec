import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import { openCase } from '../support/send-concern.ts'
import { emailField, fillInForm, openForm, sendForm } from '../support/tell-us.ts'

const kind = 'tip'

/** What such a message is called in each language; it must not stand on a screen that somebody else may see. */
const itsName: Record<string, RegExp> = { sv: /tips/i, en: /\btips?\b/i, ar: /معلومة/, so: /xog dambi/i }

test('a resident tells the police what she knows, and nobody who looks at her phone later can see that', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  const [body, more] = ['Zebrafisken säljer vid porten.', 'Zebrafisken kom tillbaka.']
  const mustSayNothing = async () => {
    const seen = await page.locator('main').innerText()
    expect(seen).not.toMatch(itsName[lang]!)
    expect(seen).not.toContain('Zebrafisken')
    expect(page.url()).not.toContain(kind)
  }
  await fillInForm(teller, { kind, category: 'drugs', body })
  await checkPage(page)
  for (const truth of ['who', 'locked', 'official', 'suspect', 'call'])
    await expect(page.getByText(t(`submit:tipOpen.before.${truth}`))).toBeVisible()
  await expect(page.getByText(t('submit:before.known'))).toBeVisible()
  const code = await sendForm(teller)
  await mustSayNothing()
  await checkPage(page)

  await openCase(teller, code)
  await expect(page.getByRole('heading', { name: t('follow:sealed.label.received') })).toBeVisible()
  await mustSayNothing()
  await checkPage(page)
  await page.getByRole('textbox', { name: t('follow:reply.label') }).fill(more)
  await page.getByRole('button', { name: t('follow:reply.send') }).click()
  await expect(page.getByText(t('follow:reply.sent'))).toBeVisible()
  await expect(page.getByText(t('follow:sealed.wrote'))).toBeVisible()
  await mustSayNothing()
})

test('the door says who reads it, and the form asks for no address and keeps nothing on the phone', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  await page.goto(paths.home(lang))
  await expect(page.getByText(t('home:doors.tip.readerOpen'))).toBeVisible()
  await page.goto(paths.submit(lang))
  await checkPage(page)
  await expect(page.getByText(t('submit:tipOpen.who'))).toBeVisible()
  await page.getByRole('link', { name: t('submit:tipOpen.open') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:tipOpen.heading'))
  await expect(page.getByText(t('submit:tipOpen.readers'))).toBeVisible()
  await expect(page.getByRole('link', { name: t('submit:danger.call') })).toHaveAttribute('href', 'tel:112')
  await checkPage(page)
  const teller = { page, lang, t, script }
  await openForm(teller, kind)
  await expect(emailField(teller)).toHaveCount(0)
  await expect(page.getByText(t('submit:draft.keep'))).toHaveCount(0)
})
