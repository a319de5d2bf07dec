import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { UnlockForm } from './unlock-form.tsx'

type Props = {
  /** After so many minutes without a key or a touch. */
  minutes: number
  /** The tip that the page is about, to come back to. */
  to?: string
  children: React.ReactNode
}

const touches = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * Takes what it holds off the screen when nobody has been there for long, and asks for the passphrase; an answer that was
 * begun is kept. Without script the page itself goes on to where tips are unlocked.
 */
export function LockedWhenIdle({ minutes, to, children }: Props) {
  const { t } = useTranslation()
  const inside = useRef<HTMLDivElement>(null)
  const [left, setLeft] = useState<{ draft: string }>()
  const isLeft = left !== undefined
  useEffect(() => {
    if (isLeft) return
    let last = Date.now()
    const look = () => {
      if (Date.now() - last < minutes * 60_000) return
      const box = inside.current?.querySelector<HTMLTextAreaElement>('textarea[name="message"]')
      setLeft({ draft: box?.value ?? '' })
    }
    let hand = ''
    const touched = (event: Event) => {
      // What moves under a pointer that lies still makes the browser speak of it too.
      if (event instanceof PointerEvent && event.type === 'pointermove') {
        const now = `${event.screenX} ${event.screenY}`
        if (now === hand) return
        hand = now
      }
      // Looked at first: a computer that has slept wakes by a touch.
      look()
      last = Date.now()
    }
    const timer = setInterval(look, 5_000)
    for (const touch of touches) addEventListener(touch, touched, { passive: true })
    return () => {
      clearInterval(timer)
      for (const touch of touches) removeEventListener(touch, touched)
    }
  }, [isLeft, minutes])

  if (left)
    return (
      <div className="flex flex-col gap-6">
        <h1>{t('tips:unlock.title')}</h1>
        <p className="max-w-text text-lg">{t('tips:unlock.idle')}</p>
        <UnlockForm to={to} carried={left.draft ? { verb: 'draft', message: left.draft } : undefined} />
      </div>
    )
  return (
    <div ref={inside}>
      <noscript>
        <meta httpEquiv="refresh" content={`${minutes * 60};url=${paths.staffTipsUnlock(to)}`} />
      </noscript>
      {children}
    </div>
  )
}
