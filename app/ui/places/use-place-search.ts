import { useEffect, useState } from 'react'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import type { PlaceResults } from './told.ts'

const nothing: PlaceResults = { told: '', results: [] }
/** How long nothing must have been typed before it is asked for, in milliseconds. */
const pause = 200

/** What matches the text, asked for anew as it changes; an older answer never comes after a newer one. */
export function usePlaceSearch(language: Language, query: string): PlaceResults & { failed: boolean } {
  const [found, setFound] = useState({ ...nothing, failed: false })
  useEffect(() => {
    if (query.trim() === '') return setFound({ ...nothing, failed: false })
    const asked = new AbortController()
    const timer = setTimeout(() => {
      fetch(paths.placeSearch(language, query), { signal: asked.signal })
        .then((answer) =>
          answer.ok ? (answer.json() as Promise<PlaceResults>) : Promise.reject(new Error('no answer')),
        )
        .then((results) => setFound({ ...results, failed: false }))
        .catch(() => asked.signal.aborted || setFound({ ...nothing, failed: true }))
    }, pause)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [language, query])
  return found
}
