import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { useSubmission } from './submission-context.ts'
import { useKeptDraft } from './use-kept-draft.ts'

const small = 'min-h-[2.75rem] px-1 font-bold text-accent underline decoration-1 underline-offset-4'

/**
 * When what is half written was saved, and the ways to save it now or throw it away. `address` is where it is kept, with
 * a query, and `saved` when it was when the page came.
 */
export function DraftLine({ address, saved: before }: { address: string; saved: string | undefined }) {
  const { t } = useTranslation()
  const line = useRef<HTMLDivElement>(null)
  const now = useKeptDraft(line, address)
  const saved = now ? now.saved : before
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

/** The same for a form on the page of a case. */
export function CaseDraftLine({ form }: { form: 'answer' | 'reply' | 'public-text' | 'note' }) {
  const { ref, drafts } = useSubmission()
  return <DraftLine address={paths.staffDraft(ref, form)} saved={drafts[form]?.saved} />
}
