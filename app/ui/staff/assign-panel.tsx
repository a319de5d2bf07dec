import { useTranslation } from 'react-i18next'
import { Choice } from './choice.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'
import { VerbForm } from './verb-form.tsx'

/** Who has it, and how much it presses. */
export function AssignPanel() {
  const { t } = useTranslation()
  const { assignee, colleagues } = useSubmission()
  const options = colleagues.map(({ id, name }) => ({ value: id, label: name }))
  const labels = { assignee: t('staff:assign.who') }
  return (
    <Panel id="assign" title={t('staff:assign.title')}>
      <VerbForm
        verb="assign"
        quiet
        submit={t('staff:assign.submit')}
        hidden={{ from: assignee?.id ?? '' }}
        labels={labels}
      >
        {({ values, errors }) => (
          <Choice
            name="assignee"
            label={labels.assignee}
            options={options}
            none={t('staff:assign.nobody')}
            value={values.assignee ?? assignee?.id ?? ''}
            error={errors.assignee}
          />
        )}
      </VerbForm>
      <PriorityForm />
    </Panel>
  )
}

function PriorityForm() {
  const { t } = useTranslation()
  const { priority, priorities } = useSubmission()
  const labels = { priority: t('staff:priority.title') }
  const options = priorities.map((value) => ({ value, label: t(`staff:priority.${value}`) }))
  return (
    <VerbForm verb="prioritise" quiet submit={t('staff:priority.submit')} hidden={{ from: priority }} labels={labels}>
      {({ values, errors }) => (
        <Choice
          name="priority"
          label={labels.priority}
          options={options}
          value={values.priority ?? priority}
          error={errors.priority}
        />
      )}
    </VerbForm>
  )
}
