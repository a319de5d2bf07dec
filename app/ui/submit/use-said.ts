import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Values } from './form-parts.ts'
import { typedIn, useFormChanges } from './use-form-changes.ts'

/** What the rest of the form hangs on: the category, the answers to its questions, and which parts are filled in. */
export type Said = { category: string; answers: Values; done: { category: boolean; body: boolean; place: boolean } }

const isAnswer = (name: string): boolean => name.startsWith('answers.')

const saidIn = (values: Values): Said => ({
  category: values.category ?? '',
  answers: Object.fromEntries(Object.entries(values).filter(([name]) => isAnswer(name))),
  done: {
    category: !!values.category,
    body: !!values.body?.trim(),
    place: !!(values.lat || values.place || values.areaCode),
  },
})

/**
 * What is said in the form, as it changes. Answers to questions that are no longer shown are remembered, for when
 * another category was only tried.
 */
export function useSaid(form: RefObject<HTMLFormElement>, values: Values): Said {
  const [said, setSaid] = useState(() => saidIn(values))
  const last = useRef(said)
  const look = useCallback(() => {
    const looked = form.current
    if (!looked) return
    const typed = typedIn(looked)
    const asked = [...looked.elements].map((element) => element.getAttribute('name') ?? '').filter(isAnswer)
    const now = saidIn({ ...typed, ...Object.fromEntries(asked.map((name) => [name, typed[name] ?? ''])) })
    const next = { ...now, answers: { ...last.current.answers, ...now.answers } }
    if (JSON.stringify(next) === JSON.stringify(last.current)) return
    last.current = next
    setSaid(next)
  }, [form])
  useFormChanges(form, look)
  // The form began anew, from a draft or from nothing.
  useEffect(() => {
    last.current = saidIn(values)
    setSaid(last.current)
    look()
  }, [values, look])
  return said
}
