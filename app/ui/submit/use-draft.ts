import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { forgetDraft, keepDraft, readDraft } from './draft.ts'
import type { Values } from './form-parts.ts'
import { typedIn, useFormChanges } from './use-form-changes.ts'

/** How long nothing must have been typed before it is written down, in milliseconds. */
const pause = 400

/** The draft on this device, and what can be done with it. */
export type Draft = {
  /** True while what is typed is kept. */
  kept: boolean
  /** What the form starts from instead, after a reload or after it was forgotten. */
  values: Values | undefined
  /** How it came to these values. */
  state: 'none' | 'restored' | 'forgotten'
  keep: (yes: boolean) => void
  forget: () => void
}

/**
 * Keeps what is typed on the device, only after the person has said yes, and brings it back when the page is opened
 * anew. `fresh` says that nothing was posted: what the server shows is newer than any draft.
 */
export function useDraft(form: RefObject<HTMLFormElement>, kind: string, fresh: boolean): Draft {
  const [kept, setKept] = useState(false)
  const [{ values, state }, setStart] = useState<Pick<Draft, 'values' | 'state'>>({ values: undefined, state: 'none' })
  const timer = useRef<number>()

  useEffect(() => {
    const found = readDraft(kind)
    if (!found) return
    setKept(true)
    const { formToken: _, step: __, ...typed } = form.current ? typedIn(form.current) : {}
    if (fresh) setStart({ values: { ...found, ...withoutBlanks(typed) }, state: 'restored' })
  }, [form, kind, fresh])

  const save = useCallback(() => {
    window.clearTimeout(timer.current)
    if (kept && form.current) keepDraft(kind, typedIn(form.current))
  }, [form, kind, kept])
  const saveSoon = useCallback(() => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(save, pause)
  }, [save])
  useFormChanges(form, saveSoon)
  useEffect(() => {
    window.addEventListener('pagehide', save)
    return () => {
      window.removeEventListener('pagehide', save)
      window.clearTimeout(timer.current)
    }
  }, [save])

  const keep = (yes: boolean) => {
    setKept(yes)
    if (yes && form.current) keepDraft(kind, typedIn(form.current))
    else forgetDraft()
  }
  const forget = () => {
    setKept(false)
    forgetDraft()
    setStart({ values: {}, state: 'forgotten' })
  }
  return { kept, values, state, keep, forget }
}

const withoutBlanks = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value))
