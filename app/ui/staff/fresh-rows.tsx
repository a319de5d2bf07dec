import { useRevalidator } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Says how many have come into the queue since it was shown, and shows them when she wants to. */
export function FreshRows({ count }: { count: number }) {
  const { t } = useTranslation()
  const { revalidate, state } = useRevalidator()
  return (
    <div aria-live="polite" className={count > 0 ? 'sticky top-3 z-[2]' : ''}>
      {count > 0 && (
        <p className="flex w-fit flex-wrap items-center gap-x-4 gap-y-2 rounded-card border-2 border-sky bg-sky-tint p-3 shadow-card">
          <b>{t('staff:live.fresh', { count })}</b>
          <button
            type="button"
            className="button-quiet"
            aria-disabled={state !== 'idle' || undefined}
            onClick={() => revalidate()}
          >
            {t('staff:live.show')}
          </button>
        </p>
      )}
    </div>
  )
}
