import { followedUnderCode } from '#app/domain/followers/followed-under-code.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { casePage } from './case-page.server.ts'
import { followedPage } from './followed-page.server.ts'

/** What lies under a code (given as its hash) as its page shows it: one's own case, what one follows, or nothing. */
export async function pageUnderCode(language: Language, hash: string | undefined) {
  const t = words(language)
  const thread = hash === undefined ? undefined : await threadUnderCode(hash)
  if (thread) {
    const shown = await casePage(language, hash!, { thread, now: new Date() })
    return { title: t('follow:case.title'), thread: shown, followed: undefined }
  }
  const followed = hash === undefined ? undefined : await followedUnderCode(hash)
  if (!followed) return { title: t('follow:title'), thread: undefined, followed: undefined }
  const shown = await followedPage(language, hash!, followed)
  return { title: t('follow:followed.title'), thread: undefined, followed: shown }
}
