import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'
import { FieldsetCard } from '../fieldset-card.tsx'
import { Choice } from '../staff/choice.tsx'
import type { RuleFields } from './rule-fields.ts'

/** What a rule that is met does. */
export function RuleActs({ choices, values, errors, labels }: RuleFields) {
  const { t } = useTranslation()
  const given = (name: string) => ({ name, label: labels[name]!, value: values[name] ?? '', error: errors[name] })
  return (
    <FieldsetCard legend={t('rules:part.then')} className="flex flex-col gap-5">
      <Choice
        {...given('organisation')}
        options={choices.organisations}
        none={t('rules:none.organisation')}
        hint={t('rules:hint.organisation')}
      />
      <Choice
        {...given('assigneeId')}
        options={choices.colleagues}
        none={t('rules:none.assigneeId')}
        hint={t('rules:hint.assigneeId')}
      />
      <Choice {...given('priority')} options={choices.priorities} none={t('rules:none.priority')} />
      <Field {...given('answerWithin')} hint={t('rules:hint.answerWithin')}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            maxLength={3}
            defaultValue={values.answerWithin}
            className="control max-w-[8rem]"
          />
        )}
      </Field>
      <Choice
        {...given('templateId')}
        options={choices.templates}
        none={t('rules:none.templateId')}
        hint={t('rules:hint.templateId')}
      />
    </FieldsetCard>
  )
}
