import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Problem = 'denied' | 'timeout' | 'unavailable'
type State = 'idle' | 'asking' | 'rough' | Problem

const problems: Record<number, Problem> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' }
/** How long the phone may look, in milliseconds, and how unsure it may be, in metres, before it is said. */
const longest = 15_000
const surest = 200

/** Asks the phone where it is, once it has been said what happens. Four decimals are about ten metres. */
export function WhereIAm({ onFound }: { onFound: (lat: string, lon: string) => void }) {
  const { t } = useTranslation()
  const [state, setState] = useState<State>('idle')
  if (!('geolocation' in navigator)) return null

  const ask = () => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState(coords.accuracy > surest ? 'rough' : 'idle')
        onFound(coords.latitude.toFixed(4), coords.longitude.toFixed(4))
      },
      ({ code }) => setState(problems[code] ?? 'unavailable'),
      { enableHighAccuracy: true, timeout: longest, maximumAge: 60_000 },
    )
  }
  return (
    <div className="flex max-w-text flex-col gap-2">
      <p className="font-bold">{t('places:here.title')}</p>
      <p id="where-i-am" className="text-ink-soft">
        {t('places:here.what')}
      </p>
      <button
        type="button"
        aria-describedby="where-i-am"
        aria-disabled={state === 'asking' || undefined}
        onClick={state === 'asking' ? undefined : ask}
        className="button-quiet w-full sm:w-auto sm:self-start"
      >
        <Pin />
        {t('places:here.button')}
      </button>
      <p role="status" className="font-bold empty:-mt-2">
        {state !== 'idle' && t(`places:here.${state}`)}
      </p>
    </div>
  )
}

function Pin() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="h-5 w-5 shrink-0 fill-current">
      <path d="M12 2a7 7 0 0 0-7 7c0 5.2 7 13 7 13s7-7.8 7-13a7 7 0 0 0-7-7Zm0 9.6A2.6 2.6 0 1 1 12 6.4a2.6 2.6 0 0 1 0 5.2Z" />
    </svg>
  )
}
