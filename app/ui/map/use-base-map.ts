import { useEffect, useState } from 'react'
import type { BaseMap } from '#app/domain/areas/base-map.server.ts'

/** What the map is drawn from: as given, or fetched from the address that is given. */
export function useBaseMap(given: BaseMap | string): { base: BaseMap | undefined; failed: boolean } {
  const [fetched, setFetched] = useState<BaseMap>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (typeof given !== 'string') return
    const asked = new AbortController()
    fetch(given, { signal: asked.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<BaseMap>) : Promise.reject(new Error('no map'))))
      .then(setFetched)
      .catch(() => setFailed(!asked.signal.aborted))
    return () => asked.abort()
  }, [given])
  return { base: typeof given === 'string' ? fetched : given, failed }
}
