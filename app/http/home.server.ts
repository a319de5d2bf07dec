import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { commitmentsOf, findCurrentPledge } from '#app/domain/commitments/queries.server.ts'
import { hexagonsThatFit } from '#app/domain/submissions/published-hexagons.server.ts'
import { publishedPage } from '#app/domain/submissions/published.server.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { stockholmDay } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { tellCommitment } from './tell-progress.server.ts'
import { tellHexagons, tellListed } from './tell-submissions.server.ts'

const answersShown = 3

/** What home shows below the doors: how the counted promises go, the latest answers, and where people have spoken up. */
export async function home(language: Language) {
  const [taken, pledge, latest, hexagons, base] = await Promise.all([
    tipsAreTaken(),
    homePledge(language),
    publishedPage({}, undefined, 12),
    hexagonsThatFit(8),
    baseMap(),
  ])
  const answered = latest.submissions.filter((submission) => submission.answered).slice(0, answersShown)
  return {
    tipsAreTaken: taken,
    pledge,
    answers: answered.map((submission) => tellListed(language, submission)),
    map: { areas: base.areas, water: base.water, tram: base.tram, places: [] },
    hexagons: tellHexagons(language, hexagons),
  }
}

async function homePledge(language: Language) {
  const today = stockholmDay(new Date())
  const pledge = await findCurrentPledge(today)
  if (!pledge) return undefined
  const commitments = await commitmentsOf(pledge.id, today)
  return {
    title: pick(pledge.title, language),
    example: pledge.example,
    counted: commitments.filter(({ target }) => target !== null).map((counted) => tellCommitment(language, counted)),
  }
}
