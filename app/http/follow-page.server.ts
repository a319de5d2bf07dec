import { followedUnderCode } from '#app/domain/followers/followed-under-code.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import type { KeptCode } from '#app/domain/tips/add-tip-message.server.ts'
import { tipUnderCode } from '#app/domain/tips/tip-under-code.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { casePage } from './case-page.server.ts'
import { followedPage } from './followed-page.server.ts'
import { freshFormToken } from './form-token.server.ts'
import { sealedCase } from './sealed-case.server.ts'

/**
 * What lies under a code as its page shows it, with a token for its reply box: one's own case, of which what is sealed
 * shows less, what one follows, or nothing.
 */
export async function pageUnderCode(language: Language, kept: KeptCode | undefined) {
  const t = words(language)
  const now = new Date()
  const nothing = {
    title: t('follow:title'),
    thread: undefined,
    followed: undefined,
    formToken: await freshFormToken(),
  }
  if (!kept) return nothing
  const { hash } = kept
  const thread = await threadUnderCode(hash)
  if (thread) {
    const shown = await casePage(language, hash, { thread, now })
    return { ...nothing, title: t('follow:case.title'), thread: shown }
  }
  const followed = await followedUnderCode(hash)
  if (followed) {
    const shown = await followedPage(language, hash, followed)
    return { ...nothing, title: t('follow:followed.title'), followed: shown }
  }
  const sealed = await tipUnderCode(kept)
  if (!sealed) return nothing
  const formToken = await freshFormToken(true)
  return { ...nothing, title: t('follow:case.title'), thread: sealedCase(language, sealed, now), formToken }
}
