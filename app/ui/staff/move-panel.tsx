import { useTranslation } from 'react-i18next'
import { Choice } from './choice.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'
import { TextArea } from './text-area.tsx'
import { VerbForm } from './verb-form.tsx'

/** Where it can go from where it stands. */
export function MovePanel() {
  const { t } = useTranslation()
  const { status, moves, wanted } = useSubmission()
  const labels = { to: t('staff:move.to'), reason: t('staff:move.reason') }
  const options = moves.map((to) => ({ value: to, label: t(`staff:move.way.${to}`) }))
  return (
    <Panel id="move" title={t('staff:move.title')} hint={t(`staff:move.hint.${status}`)}>
      {options.length > 0 && (
        <VerbForm verb="move" submit={t('staff:move.submit')} hidden={{ from: status }} labels={labels}>
          {({ values, errors }) => (
            <>
              <Choice name="to" label={labels.to} options={options} value={values.to} error={errors.to} />
              <TextArea
                name="reason"
                label={labels.reason}
                hint={t('staff:move.reasonHint', { language: wanted.name })}
                value={values.reason}
                error={errors.reason}
                rows={3}
              />
            </>
          )}
        </VerbForm>
      )}
    </Panel>
  )
}
