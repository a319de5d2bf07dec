import { findBellUnderCode } from '#app/domain/bells/bell-under-code.server.ts'
import type { Followed } from '#app/domain/followers/followed-under-code.server.ts'
import { publicStatus } from '#app/domain/submissions/public-statuses.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { tellBell } from './tell-bell.server.ts'
import { tellAnswer } from './tell-submissions.server.ts'

/** What somebody follows under her code (given as its hash): no more of it than everybody may read. */
export async function followedPage(language: Language, hash: string, { followedAt, published }: Followed) {
  const t = words(language)
  return {
    since: t('follow:followed.since', { day: formatDay(language, followedAt) }),
    bell: tellBell(language, await findBellUnderCode(hash)),
    published: published && {
      title: pick(published.submission.title, language),
      status: t(`submissions:status.${publicStatus[published.submission.status]}`),
      to: paths.submission(language, published.submission.ref),
      answer: tellAnswer(language, published.versions).inForce,
    },
  }
}
