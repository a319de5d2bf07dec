import { useEffect } from 'react'

/** Lights up the mark of the row that is pointed at or has the focus, and the rows of a mark. */
export function useLitRows(): void {
  useEffect(() => {
    const touched = ({ target }: Event) => {
      const on = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-rows]') : null
      const refs = on?.dataset.rows?.split(' ') ?? []
      for (const one of document.querySelectorAll<HTMLElement | SVGElement>('[data-rows]'))
        one.toggleAttribute('data-lit', Boolean(one.dataset.rows?.split(' ').some((ref) => refs.includes(ref))))
    }
    document.addEventListener('pointerover', touched)
    document.addEventListener('focusin', touched)
    return () => {
      document.removeEventListener('pointerover', touched)
      document.removeEventListener('focusin', touched)
    }
  }, [])
}
