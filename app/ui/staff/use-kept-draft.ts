import { useEffect, useState, type RefObject } from 'react'

/** How long nothing is typed before what is written is kept, in milliseconds. */
const pause = 1500

type Kept = { saved: string; failed: boolean }

/**
 * Keeps what is half written in the form around an element, on the server and nowhere else: soon after each change, and
 * when the page is left. What is sent is not kept any more.
 */
export function useKeptDraft(within: RefObject<HTMLElement | null>, address: string): Kept | undefined {
  const [kept, setKept] = useState<Kept>()
  useEffect(() => {
    const form = within.current?.closest('form')
    if (!form) return undefined
    let waits: ReturnType<typeof setTimeout> | undefined
    let under: AbortController | undefined
    const stop = () => {
      clearTimeout(waits)
      waits = undefined
    }
    const keep = async (leaving: boolean) => {
      stop()
      under?.abort()
      under = new AbortController()
      const body = new URLSearchParams(
        [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string'),
      )
      const answer = await fetch(`${address}&quiet`, {
        method: 'POST',
        body,
        keepalive: leaving,
        signal: under.signal,
      }).catch(() => undefined)
      if (under.signal.aborted || leaving) return
      const told = answer?.ok && answer.headers.get('content-type')?.includes('json') ? await answer.json() : undefined
      setKept(told ? { saved: told.saved, failed: false } : { saved: '', failed: true })
    }
    const typed = () => {
      stop()
      waits = setTimeout(() => void keep(false), pause)
    }
    const sent = () => {
      stop()
      under?.abort()
    }
    const left = () => {
      if (waits !== undefined) void keep(true)
    }
    form.addEventListener('input', typed)
    form.addEventListener('submit', sent)
    window.addEventListener('pagehide', left)
    return () => {
      left()
      form.removeEventListener('input', typed)
      form.removeEventListener('submit', sent)
      window.removeEventListener('pagehide', left)
    }
  }, [within, address])
  return kept
}
