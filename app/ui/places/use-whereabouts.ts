import { useEffect, useState } from 'react'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { pointOf, type Choice } from './told.ts'

/** Where a point is: in words, or outside the district; neither while it is asked, or when nobody answers. */
export type Whereabouts = { words: string; outside: boolean }

const unknown: Whereabouts = { words: '', outside: false }

/** Asks the portal where the chosen point is. It is posted, so that it stands in no address. */
export function useWhereabouts(language: Language, choice: Choice): Whereabouts {
  const [told, setTold] = useState(unknown)
  useEffect(() => {
    setTold(unknown)
    const point = pointOf(choice)
    if (!point) return
    const asked = new AbortController()
    const body = new URLSearchParams({ lat: String(point.lat), lon: String(point.lon) })
    fetch(paths.where(language), { method: 'POST', body, signal: asked.signal })
      .then((answer) => answer.json() as Promise<{ where: string | null }>)
      .then(({ where }) => setTold({ words: where ?? '', outside: where === null }))
      .catch(() => {})
    return () => asked.abort()
  }, [language, choice])
  return told
}
