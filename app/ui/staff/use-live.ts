import { useEffect, useRef } from 'react'
import { paths } from '#app/paths.ts'

/** How long a page waits before it asks anew for a stream that it was refused, in milliseconds. */
const patience = 30_000

/**
 * Is told when something has changed that the reader sees: the references, or none when anything may have. Only while the
 * page is looked at, since a browser keeps few connections open; whoever comes back to it is told that anything may have.
 */
export function useLive(heard: (refs: string[]) => void): void {
  const latest = useRef(heard)
  useEffect(() => {
    latest.current = heard
  })
  useEffect(() => {
    let stream: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    let missed = false
    const close = () => {
      clearTimeout(again)
      stream?.close()
      stream = undefined
    }
    const open = () => {
      close()
      if (document.visibilityState !== 'visible') return void (missed = true)
      stream = new EventSource(paths.staffEvents())
      stream.addEventListener('open', () => {
        if (missed) latest.current([])
        missed = false
      })
      stream.addEventListener('error', () => {
        missed = true
        if (stream?.readyState === EventSource.CLOSED) again = setTimeout(open, patience)
      })
      stream.addEventListener('changed', ({ data }) => latest.current((JSON.parse(data) as { refs: string[] }).refs))
    }
    open()
    document.addEventListener('visibilitychange', open)
    return () => {
      document.removeEventListener('visibilitychange', open)
      close()
    }
  }, [])
}
