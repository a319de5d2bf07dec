import { useEffect, useRef, useState } from 'react'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { AlreadyKnown, type KnownSubmission } from './already-known.tsx'

type Answer = { told: string; known: KnownSubmission[] }

const nothing: Answer = { told: '', known: [] }
const asked = ['category', 'body', 'lat', 'lon', 'place', 'areaCode']

/**
 * Looks, while the form around it is filled in, whether the same is known already, and shows it. Once she has said that
 * hers is something else, nothing more is shown.
 */
export function LiveAlreadyKnown({ language }: { language: Language }) {
  const [answer, setAnswer] = useState(nothing)
  const [other, setOther] = useState(false)
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form || other) return
    let before = ''
    let asking = new AbortController()
    const look = () => {
      const body = whatIsSought(form)
      if (body.toString() === before) return
      before = body.toString()
      asking.abort()
      asking = new AbortController()
      if (!isComplete(body)) return setAnswer(nothing)
      fetch(paths.similar(language), { method: 'POST', body, signal: asking.signal })
        .then((found) => found.json() as Promise<Answer>)
        .then(setAnswer)
        .catch(() => {})
    }
    form.addEventListener('change', look)
    look()
    return () => {
      form.removeEventListener('change', look)
      asking.abort()
    }
  }, [language, other])

  const shown = !other && answer.known.length > 0
  return (
    <div ref={place}>
      <div aria-live="polite">{shown && <AlreadyKnown {...answer} onOther={() => setOther(true)} />}</div>
    </div>
  )
}

/** What of the form it is found by: category, text and place. */
function whatIsSought(form: HTMLFormElement): URLSearchParams {
  const fields = new FormData(form)
  return new URLSearchParams(asked.map((name) => [name, textOf(fields.get(name))]))
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '')

const isComplete = (sought: URLSearchParams): boolean => {
  const has = (name: string) => (sought.get(name) ?? '').trim() !== ''
  return has('category') && has('body') && ((has('lat') && has('lon')) || has('place') || has('areaCode'))
}
