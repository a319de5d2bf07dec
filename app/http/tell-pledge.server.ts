import { allPledges, commitmentsOf, type Pledge } from '#app/domain/commitments/queries.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { tellCommitment } from './tell-progress.server.ts'

/** A pledge as its page shows it on the day `today`: all its commitments at a glance, and the other pledges. */
export async function tellPledge(language: Language, pledge: Pledge, today: string) {
  const commitments = await commitmentsOf(pledge.id, today)
  const others = (await allPledges()).filter(({ slug }) => slug !== pledge.slug)
  const t = words(language)
  const ended = pledge.state === 'closed' || pledge.endsOn < today
  const reported = commitments.some(({ progress }) => progress.reportedThrough !== undefined)
  const period = { from: formatDay(language, pledge.startsOn), through: formatDay(language, pledge.endsOn) }
  return {
    example: pledge.example,
    title: pick(pledge.title, language),
    period: t('commitments:period', period),
    ended: !ended ? undefined : t(`commitments:${reported ? 'ended' : 'endedUnreported'}`),
    situation: pick(pledge.situation, language),
    focus: pick(pledge.focus, language),
    aims: pledge.aims.map((aim) => pick(aim, language)),
    followAlong: pick(pledge.followAlong, language),
    contact: pick(pledge.contact, language),
    countWords: t('commitments:all', { count: commitments.length }),
    commitments: commitments.map((commitment) => tellCommitment(language, commitment)),
    others: others.map(({ slug, title, example }) => ({ slug, example, title: pick(title, language) })),
  }
}
