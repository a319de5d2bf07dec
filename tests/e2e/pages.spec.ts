import type { Page } from '@playwright/test'
import { languageTags, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { expect, test } from '../support/browser.ts'

type Addresses = ((lang: Language, ref: string) => string)[]

/** Where each kind of page is looked at; a new one does not compile until it stands here. */
const pages: Record<keyof typeof paths, Addresses> = {
  home: [paths.home],
  submit: [paths.submit],
  submitKind: ['concern', 'idea', 'tip'].map((kind) => (lang) => paths.submitKind(lang, kind)),
  received: [paths.received],
  verify: [paths.verify],
  follow: [paths.follow],
  map: [paths.map],
  submissions: [paths.submissions],
  submission: [paths.submission],
  commitments: [paths.commitments],
  commitment: ['parenting-courses', 'sspf-meetings-2026'].map((slug) => (lang) => paths.commitment(lang, slug)),
  pledge: [(lang) => paths.pledge(lang, 'nordost-2023-2024')],
  dialogues: [paths.dialogues],
  dialogue: ['bergsjon-safety-walk', 'lovgardet-open-evening'].map((slug) => (lang) => paths.dialogue(lang, slug)),
  signUp: [(lang) => paths.signUp(lang, 'hammarkullen-young-people-in-the-evening')],
  area: [(lang) => paths.area(lang, 'hammarkullen')],
  about: [paths.about],
  privacy: [paths.privacy],
  accessibility: [paths.accessibility],
  contact: [paths.contact],
  // With a code or a link of one's own, in the journeys; the staff's pages in theirs.
  ...{ receiptFile: [], followVerb: [], bell: [] },
  ...{
    closeCase: [],
    staffEvents: [],
    booking: [],
    dialogueCalendar: [],
    language: [],
    staff: [],
    staffSignIn: [],
    staffSignOut: [],
  },
  // Parts of the form that script asks for.
  ...{
    leave: [],
    placeSearch: [],
    where: [],
    similar: [],
    mapData: [],
    mapHexagons: [],
    submitPhotos: [],
    followPhoto: [],
    staffPhoto: [],
    staffPhotoVerb: [],
    staffPhotoPreview: [],
    publicPhoto: [],
  },
  ...{
    staffEnter: [],
    staffHandOver: [],
    staffLanguage: [],
    staffQueue: [],
    staffLookOver: [],
    staffQueueOf: [],
    staffQueueOverdue: [],
    staffViews: [],
    staffView: [],
    staffSubmission: [],
    staffSubmissionVerb: [],
    staffOutbox: [],
  },
  ...{ staffTips: [], staffTip: [], staffTipVerb: [], staffTipPhoto: [], staffTipsUnlock: [], staffTipsLock: [] },
  ...{ staffTipsSearch: [], staffTipsLog: [], staffTipsKeys: [], staffTipsSeal: [], staffTipsDisclosure: [] },
  ...{ followData: [], staffAudit: [], staffRegister: [], staffRegisterFile: [], staffDisposal: [] },
  ...{ staffDisclose: [], staffDiscloseFile: [] },
  ...{
    staffDraft: [],
    staffTemplates: [],
    staffNewTemplate: [],
    staffTemplate: [],
    staffFourEyes: [],
    staffAnswerMany: [],
    staffAnswerManyDraft: [],
    staffBatch: [],
  },
  ...{
    staffSecondStep: [],
    staffPasskeySignIn: [],
    staffSingleSignOn: [],
    staffSingleSignOnBack: [],
    staffSingleSignOnInvited: [],
    staffSingleSignOnAgain: [],
  },
  ...{ staffInvitation: [], staffConfirm: [], staffAccount: [], staffPassword: [], staffSecondFactor: [] },
  ...{ staffPasskeys: [], staffPeople: [], staffInvite: [], staffPerson: [] },
  ...{ staffAlarms: [], staffDuty: [] },
  ...{ staffMerge: [], staffHandOverCase: [], staffHandedOver: [], staffRedirect: [] },
  ...{ staffRules: [], staffNewRule: [], staffRuleVerb: [], staffRule: [] },
  ...{ staffInsights: [], staffInsightsFile: [], staffNotices: [] },
  ...{ staffQuestions: [], staffQuestionsOf: [], staffNewQuestion: [], staffQuestion: [] },
}

/** A submission that is published, as the list shows it. */
async function publishedRef(page: Page): Promise<string> {
  const list = await page.request.get(paths.submissions('sv'))
  const ref = /\/sv\/submissions\/([\w-]+)"/.exec(await list.text())?.[1]
  if (!ref) throw new Error('nothing is published')
  return ref
}

/** Each project looks at its own language, and on the phone at one that none has: so all four are seen. */
const languagesOf = (lang: Language, page: Page): Language[] => {
  const other = languageTags.filter((tag) => tag === (lang === 'sv' ? 'en' : 'so'))
  return [lang, ...(page.viewportSize()?.width === 390 ? other : [])]
}

for (const [name, addresses] of Object.entries(pages).filter(([, some]) => some.length > 0)) {
  const tag = ['map', 'submitKind'].includes(name) ? [] : ['@plain']
  test(`every page of ${name} is whole in its languages`, { tag }, async ({ page, lang, checkPage }) => {
    const ref = await publishedRef(page)
    for (const language of languagesOf(lang, page)) {
      for (const address of addresses) {
        const answer = await page.goto(address(language, ref))
        expect(answer?.status(), page.url()).toBe(200)
        await checkPage(page)
      }
    }
  })
}

test(
  'an address that is not there is told in the right language, with a way on',
  { tag: '@plain' },
  async ({ page, lang, checkPage }) => {
    for (const language of languagesOf(lang, page)) {
      const answer = await page.goto(`/${language}/nothing-here`)
      expect(answer?.status()).toBe(404)
      await checkPage(page)
      await page.getByRole('main').getByRole('link').first().click()
      await expect(page).toHaveURL(new RegExp(`${paths.home(language)}$`))
    }
  },
)

test('the language is changed without leaving the page, and remembered', { tag: '@plain' }, async ({ page, lang }) => {
  await page.goto(paths.dialogues(lang))
  await page.getByRole('link', { name: 'Soomaali' }).click()
  await expect(page).toHaveURL(new RegExp(`${paths.dialogues('so')}$`))
  await page.goto('/')
  await expect(page).toHaveURL(new RegExp(`${paths.home('so')}$`))
})

test(
  'home is light: at most 15 requests and 120 kB over the wire, and no script',
  { tag: '@plain' },
  async ({ page, lang }) => {
    const protocol = await page.context().newCDPSession(page)
    const received = new Map<string, number>()
    await protocol.send('Network.enable')
    await protocol.send('Network.setCacheDisabled', { cacheDisabled: true })
    protocol.on('Network.requestWillBeSent', ({ requestId }) => received.set(requestId, 0))
    protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      received.set(requestId, encodedDataLength),
    )
    await page.goto(paths.home(lang), { waitUntil: 'networkidle' })
    const bytes = [...received.values()].reduce((sum, size) => sum + size, 0)
    test.info().annotations.push({ type: 'first visit', description: `${received.size} requests, ${bytes} bytes` })
    expect(received.size).toBeLessThanOrEqual(15)
    expect(bytes).toBeLessThanOrEqual(120_000)
    expect(bytes).toBeGreaterThan(5_000)
    await expect(page.locator('script')).toHaveCount(0)
  },
)
