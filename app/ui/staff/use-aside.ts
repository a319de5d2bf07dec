import { useCallback, useState } from 'react'
import { useFetcher, useLocation } from '@remix-run/react'

type Page<View> = { view: View }

/**
 * Reads the page that is shown once more, without changing it. Gives what was read since it was last drawn with data of
 * its own, if anything was, and the function that reads.
 */
export function useAside<View>(key: string, shown: View): { now: View | undefined; read: () => void } {
  const { load, data } = useFetcher<Page<View> | null>({ key: `aside ${key}` })
  const { pathname, search } = useLocation()
  const [base, setBase] = useState({ shown, data })
  // What was read before the page was drawn anew is older than it.
  if (base.shown !== shown) setBase({ shown, data })
  const read = useCallback(() => load(`${pathname}${search}${search ? '&' : '?'}ahead=aside`), [load, pathname, search])
  return { now: data && data !== base.data ? data.view : undefined, read }
}
