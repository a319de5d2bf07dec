import { useTranslation } from 'react-i18next'
import { TextField } from './text-field.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'
import { VerbForm } from './verb-form.tsx'

/** What in the case is marked as secret, and under which law; who may, marks and lifts. */
export function SecrecyPanel() {
  const { t } = useTranslation()
  const { secrecy, can } = useSubmission()
  if (secrecy.length === 0 && !can.markSecret) return null
  return (
    <Panel id="secrecy" title={t('staff:secrecy.title')} hint={t('staff:secrecy.hint')}>
      {secrecy.length === 0 && <p>{t('staff:secrecy.none')}</p>}
      {secrecy.map(({ id, what, law, byName, at, liftedAt }) => (
        <div
          key={id}
          className={`flex flex-col gap-1 rounded-control p-4 ${liftedAt ? 'bg-sunken text-ink-soft' : 'bg-danger-tint'}`}
        >
          <p dir="auto" className="break-words font-bold">
            {what}
          </p>
          <p dir="auto" className="break-words">
            {law}
          </p>
          <p className="text-sm text-ink-soft">{t('staff:secrecy.by', { name: byName, at })}</p>
          {liftedAt && <p className="text-sm font-bold">{t('staff:secrecy.lifted', { at: liftedAt })}</p>}
          {!liftedAt && can.markSecret && (
            <VerbForm verb="lift-secrecy" quiet submit={t('staff:secrecy.lift')} hidden={{ mark: id }} />
          )}
        </div>
      ))}
      {can.markSecret && (
        <details>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
            {t('staff:secrecy.choose')}
          </summary>
          <MarkForm />
        </details>
      )}
    </Panel>
  )
}

function MarkForm() {
  const { t } = useTranslation()
  const labels = { what: t('staff:secrecy.what'), law: t('staff:secrecy.law') }
  return (
    <VerbForm verb="mark-secret" quiet submit={t('staff:secrecy.submit')} labels={labels}>
      {({ values, errors }) => (
        <>
          <TextField name="what" label={labels.what} value={values.what} error={errors.what} />
          <TextField
            name="law"
            label={labels.law}
            hint={t('staff:secrecy.lawHint')}
            value={values.law}
            error={errors.law}
          />
        </>
      )}
    </VerbForm>
  )
}
