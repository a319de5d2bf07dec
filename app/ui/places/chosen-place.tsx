import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldError } from '../field.tsx'
import type { Choice } from './told.ts'
import type { Whereabouts } from './use-whereabouts.ts'

type Props = {
  choice: Choice
  /** Where it is shown: beside the ways that it is chosen by. */
  by: readonly Choice['by'][]
  whereabouts: Whereabouts
  onRemove: () => void
}

/** Says in words what place was chosen, at once, or that it lies outside the district; with a way to take it back. */
export function ChosenPlace({ choice, by, whereabouts, onRemove }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const shown = by.includes(choice.by) && (choice.name !== '' || choice.lat !== '')
  // What was pressed to choose it is gone with the list of results, so that the focus needs a new place.
  useEffect(() => {
    if (shown && choice.by === 'search') box.current?.focus({ preventScroll: true })
  }, [shown, choice])
  const words = choice.name || whereabouts.words || t('places:where.point')
  return (
    <div role="status" className="empty:-mt-6">
      {shown && whereabouts.outside && <FieldError name="outside" code="outside-area" />}
      {shown && !whereabouts.outside && (
        <div
          ref={box}
          tabIndex={-1}
          className="flex max-w-text flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-control border border-line border-s-[6px] border-s-voice bg-surface px-4 py-3"
        >
          <p className="flex flex-col">
            <span className="text-sm text-ink-soft">{t('places:chosen')}</span>
            <span className="font-bold">{words}</span>
            {choice.what && <span className="text-sm">{choice.what}</span>}
          </p>
          <button type="button" className="min-h-[2.75rem] font-bold text-accent underline" onClick={onRemove}>
            {t('places:remove')}
          </button>
        </div>
      )}
    </div>
  )
}
