import { useCallback, useEffect, useRef } from 'react'
import { useFetcher, useRevalidator, type ClientLoaderFunctionArgs } from '@remix-run/react'

/** How long what was read ahead may be shown, and from which age on it is read anew behind what is shown; milliseconds. */
const [lifetime, fresh] = [5 * 60_000, 5_000]
/** How long she stays with a way before what lies behind it is read, in milliseconds. */
const patience = 60

type Read = { at: number; data: Promise<unknown> }

/** What was read ahead, by its address: in the memory of this page alone, since nothing of it may be stored anywhere. */
const kept = new Map<string, Read>()
let shownOld = false

/** The same address always written in the same way, without the mark of what is read ahead. */
function written(address: URL): string {
  const query = new URLSearchParams(address.search)
  query.delete('ahead')
  return `${address.pathname}?${query.toString()}`
}

/**
 * Reads a page's data, or takes what was read ahead of it, once. To read ahead, or aside of what is shown, is never to
 * leave the page: what is refused or lies elsewhere is found out when somebody goes there.
 */
export async function readAhead({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> {
  const address = new URL(request.url)
  const name = written(address)
  if (address.searchParams.get('ahead') === 'aside') return serverLoader().catch(() => null)
  if (address.searchParams.has('ahead')) {
    const data = serverLoader()
    kept.set(name, { at: Date.now(), data })
    await data.catch(() => kept.delete(name))
    return null
  }
  const ahead = name === written(new URL(location.href)) ? undefined : kept.get(name)
  kept.delete(name)
  const age = ahead ? Date.now() - ahead.at : 0
  shownOld = age > fresh
  return ahead && age < lifetime ? ahead.data.catch(() => serverLoader()) : serverLoader()
}

/** Reads the case at an address of ours ahead, as soon as somebody stays with the way to it. */
export function useAhead(key: string): (address: string | undefined) => void {
  const { load } = useFetcher({ key: `ahead ${key}` })
  const waits = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(waits.current), [])
  return useCallback(
    (address) => {
      clearTimeout(waits.current)
      if (!address) return
      const url = new URL(address, location.href)
      const read = () => Date.now() - (kept.get(written(url))?.at ?? 0) < lifetime
      const mark = `${url.search ? '&' : '?'}ahead`
      waits.current = setTimeout(() => read() || load(url.pathname + url.search + mark), patience)
    },
    [load],
  )
}

/** Reads the page anew behind what is shown, when that was read a while ahead. */
export function useFreshened(): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (shownOld) revalidate()
    shownOld = false
  }, [revalidate])
}
