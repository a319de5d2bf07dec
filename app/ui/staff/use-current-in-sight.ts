import { useEffect, useRef } from 'react'

/** Scrolls a row of ways sideways to the one that is current, whenever the page becomes another. */
export function useCurrentInSight(path: string) {
  const row = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.clientWidth / 3
  }, [path])
  return row
}
