import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import type { Draft } from './use-draft.ts'

/** Asks before anything is kept on the device, and says who could read it. */
export function DraftChoice({ draft }: { draft: Draft }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col rounded-control bg-sunken px-4 py-2">
      <label className="flex min-h-[2.75rem] cursor-pointer items-center gap-3 font-bold">
        <input
          type="checkbox"
          checked={draft.kept}
          onChange={(event) => draft.keep(event.target.checked)}
          aria-describedby="draft-who"
          className="h-5 w-5 shrink-0 accent-accent"
        />
        {t('submit:draft.keep')}
      </label>
      <p id="draft-who" className="pb-1.5 text-ink-soft">
        {t('submit:draft.who')}
      </p>
    </div>
  )
}

/** Says that what was typed before has come back, with the way to forget it; and when it is forgotten. */
export function DraftNote({ draft }: { draft: Draft }) {
  const { t } = useTranslation()
  return (
    <div role="status" className="empty:hidden">
      {draft.state !== 'none' && (
        <Notice tone="done" role="note">
          <p className="font-bold">{t(`submit:draft.${draft.state}`)}</p>
          {draft.state === 'restored' && (
            <p className="mt-2">
              <button type="button" className="button-quiet" onClick={draft.forget}>
                {t('submit:draft.forget')}
              </button>
            </p>
          )}
        </Notice>
      )}
    </div>
  )
}
