import { useInsertionEffect, useRef } from 'react'

const fields = 'select, textarea, [contenteditable], input:not([type="checkbox"], [type="radio"])'

/**
 * Does what a key stands for, wherever the focus is but in a field that is written in, and never together with Ctrl, Alt
 * or Meta. In a field, Escape leaves it and Ctrl or Meta with Enter sends its form.
 */
export function useKeys(acts: Record<string, () => void>, on: boolean): void {
  const latest = useRef(acts)
  // Both together with what is drawn: a key that is pressed as soon as a page stands is for that page, not for the one before.
  useInsertionEffect(() => {
    latest.current = acts
  })
  useInsertionEffect(() => {
    if (!on) return undefined
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
      const field = event.target instanceof Element ? event.target.closest<HTMLElement>(fields) : null
      const act = field ? actInField(field, event) : withModifier(event) ? undefined : latest.current[keyOf(event)]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

const withModifier = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => ctrlKey || altKey || metaKey

/** A letter is the same letter with Caps Lock. */
const keyOf = ({ key, shiftKey }: KeyboardEvent): string => (key.length === 1 && !shiftKey ? key.toLowerCase() : key)

function actInField(field: HTMLElement, event: KeyboardEvent): (() => void) | undefined {
  if (event.key === 'Escape' && !withModifier(event)) return () => leave(field)
  const form = field.closest('form')
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && form ? () => form.requestSubmit() : undefined
}

/** The focus stays where she was, on the part of the page around the field. */
function leave(field: HTMLElement): void {
  const part = field.closest('section')
  field.blur()
  if (!part) return
  part.tabIndex = -1
  part.focus({ preventScroll: true })
}
