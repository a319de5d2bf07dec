import { useEffect, useState } from 'react'

/**
 * The receipt code that a QR code has put behind the # of the address, which no server is told of. It is taken out of
 * the address bar at once.
 */
export function useCodeInAddress(): string | undefined {
  const [code, setCode] = useState<string>()
  useEffect(() => {
    const take = () => {
      const found = /^#((?:[\dA-Z]{4}-){4}[\dA-Z]{4})$/i.exec(location.hash)?.[1]
      if (!found) return
      setCode(found.toUpperCase())
      history.replaceState(history.state, '', location.pathname + location.search)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  return code
}
