import type { wentOn } from '#app/domain/submissions/went-on.server.ts'
import { publicStatus } from '#app/domain/submissions/public-statuses.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

type WentOn = NonNullable<Awaited<ReturnType<typeof wentOn>>>

/** Where a merged case goes on, in the words of its resident: how that one stands, and what was answered to everybody. */
export function tellWentOn(language: Language, { status, statusAt, publicRef, answer }: WentOn) {
  const t = words(language)
  return {
    status: t(`submissions:status.${publicStatus[status]}`),
    since: t('follow:wentOn.since', { day: formatDay(language, statusAt) }),
    to: publicRef ? paths.submission(language, publicRef) : undefined,
    answer: answer && {
      body: pick(answer.body, language),
      signedAs: pick(answer.signedAs, language),
      on: formatDay(language, answer.givenAt),
    },
  }
}
