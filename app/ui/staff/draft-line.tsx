import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { useSubmission } from './submission-context.ts'
import { useKeptDraft } from './use-kept-draft.ts'

const small = 'min-h-[2.75rem] px-1 font-bold text-accent underline decoration-1 underline-offset-4'

/** When what is half written was saved, and the ways to save it now or throw it away. */
export function DraftLine({ form }: { form: 'answer' | 'reply' }) {
  const { t } = useTranslation()
  const { ref, drafts } = useSubmission()
  const line = useRef<HTMLDivElement>(null)
  const address = paths.staffDraft(ref, form)
  const now = useKeptDraft(line, address)
  const saved = now ? now.saved : drafts?.[form]?.saved
  return (
    <div ref={line} className="flex flex-wrap items-center gap-x-4 border-t border-line pt-2 text-sm">
      <p aria-live="polite" className={now?.failed ? 'font-bold text-danger' : 'text-ink-soft'}>
        {now?.failed ? t('templates:draft.failed') : (saved ?? '') || t('templates:draft.none')}
      </p>
      <button type="submit" formAction={address} formNoValidate className={small}>
        {t('templates:draft.save')}
      </button>
      {saved && (
        <button type="submit" name="discard" value="yes" formAction={address} formNoValidate className={small}>
          {t('templates:draft.discard')}
        </button>
      )}
    </div>
  )
}
