import { useEffect, type RefObject } from 'react'

/** Calls back whenever something in the form has changed, and once at first. */
export function useFormChanges(form: RefObject<HTMLFormElement>, onChange: () => void): void {
  useEffect(() => {
    const watched = form.current
    if (!watched) return
    watched.addEventListener('input', onChange)
    watched.addEventListener('change', onChange)
    onChange()
    return () => {
      watched.removeEventListener('input', onChange)
      watched.removeEventListener('change', onChange)
    }
  }, [form, onChange])
}

/** What is typed and chosen in a form; a field that may be chosen several times comes as a list with commas. */
export function typedIn(form: HTMLFormElement): Record<string, string> {
  const typed = new FormData(form)
  const texts = (name: string) => typed.getAll(name).filter((value) => typeof value === 'string')
  return Object.fromEntries([...new Set(typed.keys())].map((name) => [name, texts(name).join(',')]))
}
