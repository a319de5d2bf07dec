import { useTranslation } from 'react-i18next'
import { WrittenText } from '../written-text.tsx'
import { CaseDraftLine } from './draft-line.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'
import { TextArea } from './text-area.tsx'
import { VerbForm } from './verb-form.tsx'

/** Internal notes of one's own organisation, and what others have shared. */
export function NotesPanel() {
  const { t } = useTranslation()
  const { notes, can, drafts } = useSubmission()
  const labels = { body: t('staff:note.body') }
  return (
    <Panel id="notes" title={t('staff:note.title')} hint={t('staff:note.hint')}>
      {notes.map(({ id, body, by, at, from, shared, canShare }) => (
        <div key={id} className="flex flex-col gap-2 rounded-control bg-sunken p-4">
          <p className="text-sm text-ink-soft">
            {[by, from].filter(Boolean).join(', ')} · {at}
          </p>
          <WrittenText text={body} />
          {shared && <p className="text-sm font-bold text-sky">{t('staff:note.shared')}</p>}
          {canShare && can.note && (
            <VerbForm verb="share-note" quiet submit={t('staff:note.share')} hidden={{ note: id }} />
          )}
        </div>
      ))}
      {can.note && (
        <VerbForm verb="note" quiet submit={t('staff:note.submit')} labels={labels}>
          {({ values, errors }) => (
            <>
              <TextArea
                name="body"
                label={labels.body}
                value={values.body ?? drafts.note?.fields.body}
                error={errors.body}
                rows={3}
              />
              <CaseDraftLine form="note" />
            </>
          )}
        </VerbForm>
      )}
    </Panel>
  )
}
