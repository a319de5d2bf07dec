import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { forgetForGood } from '../submit/draft.ts'

/** So many presses of Escape within so many milliseconds are the same as the link. */
const presses = 3
const within = 2000

/**
 * A way out under the thumb: forgets and leads to a harmless page. It stays at the bottom of the window in a place of
 * its own, so that it covers nothing. Without script it is a plain link.
 */
export function LeaveBar({ language }: { language: Language }) {
  const { t } = useTranslation()
  const address = paths.leave(language)
  useEffect(() => {
    const pressed: number[] = []
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      pressed.push(event.timeStamp)
      const [first = -Infinity] = pressed.slice(-presses)
      if (pressed.length >= presses && event.timeStamp - first <= within) leaveTo(address)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [address])
  return (
    <aside aria-label={t('common:leave.link')} className="no-print h-16 bg-sunken pb-[env(safe-area-inset-bottom)]">
      <div className="fixed inset-x-0 bottom-0 z-[700] border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]">
        <div className="mx-auto flex min-h-[3.9rem] max-w-page items-center justify-end gap-4 px-3 py-1.5 sm:px-4">
          <p id="leave-about" className="hidden text-sm text-ink-soft sm:block">
            {t('common:leave.about')}
          </p>
          <a
            href={address}
            rel="noreferrer nofollow"
            aria-describedby="leave-about"
            onClick={(event) => {
              event.preventDefault()
              leaveTo(address)
            }}
            className="inline-flex min-h-[2.75rem] shrink-0 items-center gap-2 rounded-full bg-ink px-5 font-bold text-paper no-underline"
          >
            <Out />
            {t('common:leave.link')}
          </a>
        </div>
      </div>
    </aside>
  )
}

/** Empties the page at once, then goes where the page before cannot be reached by going back. */
function leaveTo(address: string): void {
  for (const form of document.forms) {
    for (const field of form.elements)
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = ''
  }
  forgetForGood()
  document.title = ''
  document.body.hidden = true
  location.replace(address)
}

function Out() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="h-4 w-4 fill-none stroke-current" strokeWidth="2.5">
      <path d="M4 4 16 16M16 4 4 16" strokeLinecap="round" />
    </svg>
  )
}
