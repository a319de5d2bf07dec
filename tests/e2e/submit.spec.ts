import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'
import {
  backButton,
  bodyField,
  categoryRadio,
  chooseCategory,
  choosePlace,
  emailField,
  fillInForm,
  goOn,
  nextButton,
  openForm,
  sendButton,
  sendForm,
  tellUs,
  type Teller,
} from '../support/tell-us.ts'

const field = ({ page }: Teller, label: string) => page.getByRole('textbox', { name: label })

/** A page that was kept since before the form came in steps, with a button that posts "Kvar" and nothing else. */
async function openOldPage({ page, lang }: Teller): Promise<void> {
  const form = `<form method="post" action="${paths.submitKind(lang, 'concern')}"><input name="body" value="Kvar"><button>x</button></form>`
  await page.route('**/old', (route) => route.fulfill({ body: form, contentType: 'text/html' }))
  await page.goto('/old')
}

/** Opens a thread with its code. */
async function open({ page, lang, t }: Teller, code: string): Promise<void> {
  await page.goto(paths.follow(lang))
  await page.getByRole('textbox', { name: t('follow:code.label') }).fill(code)
  await page.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
}

test('before anything is written a resident is asked about danger, and told who reads', async ({
  page,
  lang,
  t,
  checkPage,
}) => {
  await page.goto(paths.submit(lang))
  await expect(page.getByRole('heading', { name: t('submit:danger.title') })).toBeVisible()
  await expect(page.getByRole('link', { name: t('submit:danger.call') })).toHaveAttribute('href', 'tel:112')
  await checkPage(page)
  await page.getByRole('link', { name: t('submit:concern.open') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:concern.heading'))
  await expect(page.getByRole('link', { name: t('submit:danger.call') })).toHaveAttribute('href', 'tel:112')
  await checkPage(page)
  await page.goto(paths.follow(lang))
  await checkPage(page)
  await page.goto(`${paths.received(lang)}?saved`)
  await checkPage(page)
})

test('a resident tells of a dark path, keeps the code, and comes back to write more', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  const addresses: string[] = []
  page.on('framenavigated', (frame) => addresses.push(frame.url()))

  const code = await tellUs(teller, {
    category: 'lighting',
    body: 'Det är mörkt på gångvägen.\nLampan är trasig 🙂 <b>nu</b>',
    place: 'Hammarkulletorget',
  })
  expect(code).toMatch(/^(\w{4}-){4}\w{4}$/)
  await checkPage(page)
  await page.getByRole('button', { name: t('submit:received.saved') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:thanks.title'))
  await page.getByRole('link', { name: t('submit:gone.open') }).click()
  await field(teller, t('follow:code.label')).fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: t('follow:code.open'), exact: true }).click()
  await expect(page.getByRole('heading', { name: t('statuses:received') })).toBeVisible()
  await expect(page.getByText('Lampan är trasig 🙂 <b>nu</b>')).toBeVisible()
  await checkPage(page)

  await field(teller, t('follow:reply.label')).fill('Det är värst vid trappan.')
  await page.getByRole('button', { name: t('follow:reply.send') }).click()
  await expect(page.getByText(t('follow:reply.sent'))).toBeVisible()
  await expect(page.getByText('Det är värst vid trappan.')).toBeVisible()

  await page.getByRole('button', { name: t('follow:close.button') }).click()
  await page.waitForURL(`**${paths.home(lang)}`)
  await page.goto(paths.follow(lang))
  await expect(field(teller, t('follow:code.label'))).toBeVisible()
  expect(addresses.join('\n')).not.toContain(code)
})

test('without script the form asks one question at a time, says where she is, and shows what she said @plain', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  const expectStep = async (number: number, part: string) => {
    const words = t('submit:step.of', { number, all: 5, part: t(`submit:part.${part}`) })
    await expect(page.getByText(words, { exact: true })).toBeVisible()
    await expect(page.getByRole('group').or(page.getByRole('textbox')).first()).toBeVisible()
    await checkPage(page)
  }
  await openForm(teller)
  await expectStep(1, 'category')
  await categoryRadio(teller, 'lighting').check()
  await goOn(teller)
  await expectStep(1, 'questions')
  await page.locator('input[name="answers.fault"][value=several]').check()
  await goOn(teller)
  await page.locator('input[name="answers.lamps"]').fill('7')
  await expectStep(1, 'questions')
  await goOn(teller)
  await expectStep(2, 'body')
  await bodyField(teller).fill('Rad ett.\n"Rad" två & <tre>')
  await goOn(teller)
  await expectStep(3, 'place')
  await choosePlace(teller, { place: 'Rymdtorget' })
  await expectStep(4, 'contact')
  await emailField(teller).fill('amina@exempel.se')
  await goOn(teller)
  await expectStep(5, 'photos')

  const summary = page.getByRole('region', { name: t('submit:check.title') })
  for (const text of [t('categories:lighting'), '7', '"Rad" två & <tre>', 'Rymdtorget', 'amina@exempel.se'])
    await expect(summary).toContainText(text)
  await summary.getByRole('button', { name: `${t('submit:check.change')} ${t('submit:short.body')}` }).click()
  await expect(bodyField(teller)).toHaveValue('Rad ett.\n"Rad" två & <tre>')
  await bodyField(teller).fill('En annan text.')
  await goOn(teller)
  await expect(summary).toContainText('En annan text.')
  const code = await sendForm(teller)
  await open(teller, code)
  await expect(page.getByText('En annan text.')).toBeVisible()
})

test('back keeps everything that was said @plain', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await fillInForm(teller, {
    category: 'litter',
    body: 'Skräp vid bron.',
    areaCode: '612',
    contactEmail: 'a@exempel.se',
  })
  const back = backButton(teller)
  await back.click()
  await expect(emailField(teller)).toHaveValue('a@exempel.se')
  await back.click()
  await expect(page.getByLabel(t('submit:place.area'))).toHaveValue('612')
  await back.click()
  await expect(bodyField(teller)).toHaveValue('Skräp vid bron.')
  // What is wrong is kept too: back asks for nothing.
  await bodyField(teller).fill('')
  await back.click()
  await back.click()
  await expect(categoryRadio(teller, 'litter')).toBeChecked()
  await goOn(teller)
  await goOn(teller)
  await expect(bodyField(teller)).toHaveValue('')
  await bodyField(teller).fill('Skräp under bron.')
  for (let step = 0; step < 3; step++) {
    await goOn(teller)
    const other = page.getByRole('button', { name: t('similar:other') })
    if (await other.isVisible()) await other.click()
  }
  await sendForm(teller)
})

test('with script the form is one page that says which parts are filled in @script', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  const progress = page.getByRole('list', { name: t('submit:flow.label') })
  await expect(progress.getByText(t('submit:flow.done'))).toHaveCount(0)
  await categoryRadio(teller, 'lighting').check()
  await expect(page.locator('input[name="answers.lamps"]')).toHaveCount(0)
  await page.locator('input[name="answers.fault"][value=several]').check()
  await page.locator('input[name="answers.lamps"]').fill('7')
  await checkPage(page)
  // Another category is tried, and what was answered is still there after.
  await categoryRadio(teller, 'vehicles').check()
  await expect(page.locator('input[name="answers.lamps"]')).toHaveCount(0)
  await categoryRadio(teller, 'lighting').check()
  await expect(page.locator('input[name="answers.lamps"]')).toHaveValue('7')
  await bodyField(teller).fill('Släckt längs hela vägen.')
  await page.getByLabel(t('submit:place.area')).selectOption('606')
  await expect(progress.getByText(t('submit:flow.done'))).toHaveCount(3)
  await emailField(teller).press('Enter')
  await expect(page).toHaveURL(new RegExp(`${paths.submitKind(lang, 'concern')}$`))
  await open(teller, await sendForm(teller))
  await expect(page.getByText('Släckt längs hela vägen.')).toBeVisible()
})

test('who taps Next before the script has come gets the next question, and then all of the form @script', async ({
  page,
  lang,
  t,
  script,
}) => {
  const teller = { page, lang, t, script }
  // Those of the first page never come.
  let slow = true
  await page.route('**/assets/*.js', (route) => (slow ? undefined : route.continue()))
  await page.goto(paths.submitKind(lang, 'concern'), { waitUntil: 'commit' })
  await categoryRadio(teller, 'upkeep').check()
  slow = false
  await nextButton(teller).click()
  await expect(bodyField(teller)).toBeVisible()
  await expect(sendButton(teller)).toBeVisible()
  await expect(categoryRadio(teller, 'upkeep')).toBeChecked()
  await expect(bodyField(teller)).toBeInViewport()
  await bodyField(teller).fill('Gräset är högt.')
  await page.getByLabel(t('submit:place.area')).selectOption('606')
  await sendForm(teller)
})

test('what is missing is told at its own step, and nothing is lost @plain', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await openForm(teller, 'idea')
  await goOn(teller)
  await expect(page.getByRole('alert')).toContainText(t('errors:field.category-missing'))
  await checkPage(page)
  await chooseCategory(teller, 'meeting-places', 'idea')
  await goOn(teller)
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1)
  await bodyField(teller, 'idea').fill('å'.repeat(5001))
  await goOn(teller)
  await expect(bodyField(teller, 'idea')).toHaveValue('å'.repeat(5001))
  await checkPage(page)
  await bodyField(teller, 'idea').fill('Fler bänkar vid torget.')
  await goOn(teller)
  await field(teller, t('submit:place.note')).fill('Vid lekplatsen')
  await goOn(teller)
  await expect(page.getByRole('alert')).toContainText(t('errors:field.place-missing'))
  await expect(field(teller, t('submit:place.note'))).toHaveValue('Vid lekplatsen')
  await checkPage(page)
  await choosePlace(teller, {})
  await emailField(teller).fill('ingen adress')
  await goOn(teller)
  await page
    .getByRole('alert')
    .getByRole('link', { name: t('submit:short.contactEmail') })
    .click()
  await expect(emailField(teller)).toBeFocused()
  await expect(emailField(teller)).toHaveValue('ingen adress')
  await emailField(teller).fill('')
  await goOn(teller)
  await sendForm(teller)
})

test('what was typed stays when something is missing, and each thing that is wrong leads to its field @script', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await openForm(teller, 'idea')
  await bodyField(teller, 'idea').fill('Fler bänkar vid torget.')
  await field(teller, t('submit:place.note')).fill('Vid lekplatsen')
  await emailField(teller).fill('ingen adress')
  await sendButton(teller).click()

  const summary = page.getByRole('alert').filter({ hasText: t('errors:summary') })
  await expect(summary.getByRole('link')).toHaveCount(3)
  await expect(bodyField(teller, 'idea')).toHaveValue('Fler bänkar vid torget.')
  await expect(field(teller, t('submit:place.note'))).toHaveValue('Vid lekplatsen')
  await expect(emailField(teller)).toHaveValue('ingen adress')
  await checkPage(page)
  await summary.getByRole('link', { name: t('submit:short.contactEmail') }).click()
  await expect(emailField(teller)).toBeFocused()
})

test('what is changed in a text before the script has come stays when it comes @script', async ({
  page,
  lang,
  t,
  script,
}) => {
  const teller = { page, lang, t, script }
  await openOldPage(teller)
  let come = () => {}
  const late = new Promise<void>((resolve) => (come = resolve))
  await page.route('**/assets/*.js', (route) => late.then(() => route.continue()))
  await page.getByRole('button').click({ noWaitAfter: true })
  await bodyField(teller).fill('Kvar och mer')
  const here = page.getByRole('button', { name: t('places:here.button') })
  await expect(here).toBeHidden()
  come()
  await expect(here).toBeVisible()
  await expect(bodyField(teller)).toHaveValue('Kvar och mer')
})

test('a whole form that is posted wrong comes back whole, also without script @plain', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  await openOldPage(teller)
  await page.getByRole('button').click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2)
  await expect(bodyField(teller)).toHaveValue('Kvar')
  await checkPage(page)
  await categoryRadio(teller, 'other').check()
  await page.getByLabel(t('submit:place.area')).selectOption('606')
  await sendForm(teller)
})

test('who longs for help now is told to call 112, keeps the text, and goes on when it is over', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  await categoryRadio(teller, 'violence').check()
  await goOn(teller)
  if (script) await bodyField(teller).fill('De slåss vid torget.')
  const going = page.locator('input[name="answers.ongoing"]')
  await going.and(page.locator('[value=yes]')).check()
  await goOn(teller)
  const advice = page.getByRole('alert').filter({ hasText: t('questions:stop.kept') })
  await expect(advice.getByRole('link', { name: t('submit:danger.call') })).toHaveAttribute('href', 'tel:112')
  await checkPage(page)

  if (script) {
    await page.getByLabel(t('submit:place.area')).selectOption('606')
    // The same advice stands there before and after: what is looked at is the page that answers.
    await page.locator('html').evaluate((html) => html.setAttribute('data-before', ''))
    await sendButton(teller).click()
    await expect(page.locator('html')).not.toHaveAttribute('data-before')
    await expect(page.getByRole('alert').first()).toContainText('112')
    await expect(bodyField(teller)).toHaveValue('De slåss vid torget.')
    await checkPage(page)
  }
  await advice.getByRole('button', { name: t('questions:stop.over') }).click()
  await expect(going.and(page.locator('[value=no]'))).toBeChecked()
  await expect(advice).toHaveCount(0)
  await page.locator('input[type=date]').fill('2026-11-20')
  await goOn(teller)
  if (!script) {
    await bodyField(teller).fill('De slåss vid torget.')
    await goOn(teller)
    await choosePlace(teller, {})
    await goOn(teller)
  }
  await open(teller, await sendForm(teller))
  await expect(page.getByText('De slåss vid torget.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('2026')
})

test('a resident points at the map instead of choosing from the list @script', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  await chooseCategory(teller, 'lighting')
  await bodyField(teller).fill('Lampan här är trasig.')
  await page.getByLabel(t('submit:place.area')).selectOption('606')
  const map = page.getByRole('group', { name: t('map:label') })
  await map.scrollIntoViewIfNeeded()
  await map.click({ position: { x: 120, y: 200 } })
  await expect(page.locator('input[name=lat]')).toHaveValue(/^57\.\d+$/)
  await expect(page.getByLabel(t('submit:place.area'))).toHaveValue('')
  await page.getByLabel(t('submit:place.area')).selectOption('606')
  await expect(page.locator('input[name=lat]')).toHaveValue('')
  await page.getByRole('button', { name: t('map:pickMiddle') }).click()
  await expect(page.locator('input[name=lat]')).toHaveValue(/^57\.\d+$/)
  await sendForm(teller)
})

test('who writes a long text is told how much room is left @script @once', async ({ page, lang, t, script }) => {
  const teller = { page, lang, t, script }
  await openForm(teller)
  await bodyField(teller).fill('a'.repeat(4990))
  await expect(page.getByText(t('submit:body.left', { left: 10 }))).toBeVisible()
  await bodyField(teller).fill('a'.repeat(5007))
  await expect(page.getByText(t('submit:body.over', { over: 7 }))).toBeVisible()
})

test('the code is not there for who comes after, not even by going back', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const code = await tellUs({ page, lang, t, script }, { body: 'Någon klottrar på skolan.' })
  await page.getByRole('button', { name: t('submit:received.saved') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:thanks.title'))
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('submit:received.title'))
  await page.goto(paths.received(lang))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit:gone.title'))
  await expect(page.getByText(code)).toHaveCount(0)
  await checkPage(page)
})

test('a wrong code opens nothing, and who tries too often has to wait', async ({
  page,
  lang,
  t,
  script,
  checkPage,
}) => {
  const teller = { page, lang, t, script }
  await open(teller, '7KQ4-2M9P-0000-1111-ZZZZ')
  await expect(page.getByText(t('errors:field.wrong-code')).first()).toBeVisible()
  await checkPage(page)
  for (let tried = 1; tried < 30; tried++)
    await page.request.post(paths.follow(lang), { form: { code: `wrong ${tried}` } })
  const refused = await page.request.post(paths.follow(lang), { form: { code: 'wrong' } })
  expect(refused.status()).toBe(429)
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
  await open(teller, 'wrong again')
  await expect(page.getByRole('alert')).toBeVisible()
})
