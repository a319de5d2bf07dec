import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Piece } from '#app/domain/personal/pieces-of.ts'
import { paths } from '#app/paths.ts'
import { MarkedText } from './marked-text.tsx'

/** Where script runs: what has been written in a field, marked, once one leaves it and something in it may point out a person. */
export function DraftMarks({ field }: { field: string }) {
  const { t } = useTranslation()
  const here = useRef<HTMLDivElement>(null)
  const [paragraphs, setParagraphs] = useState<Piece[][]>([])
  useEffect(() => {
    const form = here.current?.closest('form')
    let under: AbortController | undefined
    const look = async ({ target }: Event) => {
      const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
      if (!isField || target.name !== field) return
      under?.abort()
      under = new AbortController()
      const body = new URLSearchParams({ text: target.value })
      const { signal } = under
      const answer = await fetch(paths.staffLookOver(), { method: 'POST', body, signal }).catch(() => undefined)
      const isFound = answer?.ok && answer.headers.get('content-type')?.includes('json')
      // It may be broken off while its body comes, too.
      const found: { paragraphs: Piece[][] } | undefined = isFound
        ? await answer.json().catch(() => undefined)
        : undefined
      if (!signal.aborted) setParagraphs(found?.paragraphs ?? [])
    }
    form?.addEventListener('change', look)
    return () => {
      under?.abort()
      form?.removeEventListener('change', look)
    }
  }, [field])
  const isMarked = paragraphs.flat().some(({ kind }) => kind)
  return (
    <div ref={here} aria-live="polite" className={isMarked ? 'max-w-text rounded-control bg-sun-tint p-4' : undefined}>
      {isMarked && (
        <>
          <p className="mb-2 font-bold">{t('personal:draft')}</p>
          <MarkedText paragraphs={paragraphs} legend={false} />
        </>
      )}
    </div>
  )
}
