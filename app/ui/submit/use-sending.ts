import { useEffect, useState, type RefObject } from 'react'

/** How long the portal may take to answer before the connection counts as lost, in milliseconds. */
const patience = 10_000

export type Sending = 'no' | 'under-way' | 'lost'

/**
 * Sends the form only when the portal can be reached: a browser that cannot would throw away the page with what was
 * typed. Tells how it goes; pressing Send again is the way on after a loss.
 */
export function useSending(form: RefObject<HTMLFormElement>): Sending {
  const [sending, setSending] = useState<Sending>('no')
  useEffect(() => {
    const sent = form.current
    if (!sent) return
    let busy = false
    const send = (event: SubmitEvent) => {
      if (event.defaultPrevented) return
      event.preventDefault()
      if (busy) return
      busy = true
      setSending('under-way')
      void isReachable().then((reachable) => {
        if (reachable) return post(sent, event.submitter)
        busy = false
        setSending('lost')
      })
    }
    // A page that is shown again by going back can be sent again.
    const shownAgain = () => {
      busy = false
      pressed(sent)?.remove()
      setSending('no')
    }
    sent.addEventListener('keydown', keepEnter)
    sent.addEventListener('submit', send)
    window.addEventListener('pageshow', shownAgain)
    return () => {
      sent.removeEventListener('keydown', keepEnter)
      sent.removeEventListener('submit', send)
      window.removeEventListener('pageshow', shownAgain)
    }
  }, [form])
  return sending
}

/** On one long page Enter in a field would send the form long before it is done. */
function keepEnter(event: KeyboardEvent): void {
  // A file is chosen with Enter.
  const isField = event.target instanceof HTMLInputElement && !['submit', 'file'].includes(event.target.type)
  if (event.key === 'Enter' && isField) event.preventDefault()
}

/** Posts the form as the button that was pressed does. A form may have a field called "submit", so it is not asked. */
function post(form: HTMLFormElement, button: HTMLElement | null): void {
  if (button instanceof HTMLButtonElement && button.name) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name: button.name, value: button.value })
    field.dataset.pressed = ''
    form.append(field)
  }
  HTMLFormElement.prototype.submit.call(form)
}

/** What stands in for the button that was pressed. */
const pressed = (form: HTMLFormElement) => form.querySelector('input[data-pressed]')

async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), patience)
  const answer = await fetch('/healthz', { cache: 'no-store', signal: late.signal }).catch(() => undefined)
  clearTimeout(timer)
  return answer?.ok ?? false
}
