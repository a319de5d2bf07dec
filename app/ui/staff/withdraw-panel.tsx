import { useTranslation } from 'react-i18next'
import { Choice } from './choice.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'
import { TextArea } from './text-area.tsx'
import { VerbForm } from './verb-form.tsx'

/** Withdraws a version of the answer or of the public text, for secrecy or privacy, and what was withdrawn before. */
export function WithdrawPanel() {
  const { t } = useTranslation()
  const { versions, can } = useSubmission()
  if (!versions || !can.handle || (versions.open.length === 0 && versions.withdrawals.length === 0)) return null
  return (
    <Panel id="withdraw" title={t('templates:withdraw.title')}>
      {versions.withdrawals.length > 0 && (
        <ul className="flex flex-col gap-3">
          {versions.withdrawals.map(({ which, at, by, ground, reason }) => (
            <li key={`${which} ${at}`} className="border-s-2 border-line-strong ps-3">
              <p className="font-bold">{which}</p>
              <p className="text-sm text-ink-soft">{[at, by].filter(Boolean).join(' · ')}</p>
              <p className="break-words">
                {ground}: <span dir="auto">{reason}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {versions.open.length > 0 && <WithdrawForm open={versions.open} />}
    </Panel>
  )
}

/** Folded away, so that nobody does it by mistake. */
function WithdrawForm({ open }: { open: { value: string; label: string }[] }) {
  const { t } = useTranslation()
  const labels = {
    which: t('templates:withdraw.which'),
    ground: t('templates:withdraw.ground'),
    why: t('templates:withdraw.why'),
  }
  const grounds = (['secrecy', 'privacy'] as const).map((value) => ({
    value,
    label: t(`templates:withdraw.grounds.${value}`),
  }))
  return (
    <details>
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
        {t('templates:withdraw.open')}
      </summary>
      <p className="mb-4 text-ink-soft">{t('templates:withdraw.hint')}</p>
      <VerbForm verb="withdraw" quiet submit={t('templates:withdraw.submit')} labels={labels}>
        {({ values, errors }) => (
          <>
            <Choice
              name="which"
              label={labels.which}
              options={open}
              none={t('templates:withdraw.choose')}
              value={values.which ?? ''}
              error={errors.which}
            />
            <Choice
              name="ground"
              label={labels.ground}
              options={grounds}
              none={t('templates:withdraw.choose')}
              value={values.ground ?? ''}
              error={errors.ground}
            />
            <TextArea
              name="why"
              label={labels.why}
              hint={t('templates:withdraw.whyHint')}
              value={values.why}
              error={errors.why}
              rows={3}
            />
          </>
        )}
      </VerbForm>
    </details>
  )
}
