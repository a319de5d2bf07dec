import { useEffect, useRef, type RefObject } from 'react'

let loaded = false

/** Called by what surrounds every page, whose effects run after those of the page in it. */
export function useLoaded(): void {
  useEffect(() => {
    loaded = true
  }, [])
}

/**
 * Puts the focus on the heading of a page that came without the browser loading it anew, as a reader of the screen is told
 * of a page that is loaded.
 */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (loaded) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
