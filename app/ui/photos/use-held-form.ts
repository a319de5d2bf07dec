import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * Holds the form around a control back while `busy`, and sends it by the same button when that is over, unless
 * `failed`. True while it is held.
 */
export function useHeldForm(control: RefObject<HTMLInputElement | null>, busy: boolean, failed: boolean): boolean {
  const held = useRef<HTMLElement | null>(null)
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    const form = control.current?.form
    if (!form || !busy) return
    const hold = (event: SubmitEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      held.current = event.submitter ?? form.querySelector<HTMLElement>('[type=submit]')
      setHeld(true)
    }
    form.addEventListener('submit', hold, { capture: true })
    return () => form.removeEventListener('submit', hold, { capture: true })
  }, [control, busy])

  useEffect(() => {
    if (busy || !held.current) return
    const button = held.current
    held.current = null
    setHeld(false)
    if (!failed) button.click()
  }, [busy, failed])

  return isHeld
}
