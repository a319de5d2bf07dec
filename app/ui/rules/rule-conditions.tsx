import { useTranslation } from 'react-i18next'
import { Field, FieldError } from '../field.tsx'
import { FieldsetCard } from '../fieldset-card.tsx'
import { TextArea } from '../staff/text-area.tsx'
import { TextField } from '../staff/text-field.tsx'
import type { Option, RuleFields } from './rule-fields.ts'

const lists = ['kinds', 'categories', 'areas', 'languages'] as const

/** What a rule is called and when it is met. */
export function RuleConditions({ choices, values, errors, labels }: RuleFields) {
  const { t } = useTranslation()
  return (
    <>
      <div className="card">
        <TextField
          {...{ name: 'name', label: labels.name!, value: values.name, error: errors.name }}
          hint={t('rules:hint.name')}
        />
      </div>
      <FieldsetCard legend={t('rules:part.when')} describedBy="when-hint" className="flex flex-col gap-5">
        <p id="when-hint" className="max-w-text text-ink-soft">
          {t('rules:hint.when')}
        </p>
        {lists.map((name) => (
          <Ticks
            key={name}
            {...{ name, label: labels[name]!, options: choices[name], error: errors[name] }}
            ticked={(values[name] ?? '').split(',').filter(Boolean)}
          />
        ))}
        <TextArea
          {...{ name: 'words', label: labels.words!, value: values.words, error: errors.words, rows: 4 }}
          hint={t('rules:hint.words')}
        />
        <fieldset aria-describedby="times-hint" className="flex min-w-0 flex-col gap-2">
          <legend className="font-bold">{t('rules:field.times')}</legend>
          <p id="times-hint" className="text-ink-soft">
            {t('rules:hint.times')}
          </p>
          <div className="flex flex-wrap gap-4">
            {(['fromTime', 'toTime'] as const).map((name) => (
              <Field key={name} name={name} label={labels[name]!} error={errors[name]}>
                {(control) => <input {...control} type="time" defaultValue={values[name]} className="control" />}
              </Field>
            ))}
          </div>
        </fieldset>
      </FieldsetCard>
    </>
  )
}

type TicksProps = { name: string; label: string; options: Option[]; ticked: string[]; error: string | undefined }

/** Some of many, ticked; folded up where there are many, with what is ticked said at the head. */
function Ticks({ name, label, options, ticked, error }: TicksProps) {
  const { t } = useTranslation()
  const chosen = options.filter(({ value }) => ticked.includes(value)).map((option) => option.label)
  const boxes = (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {options.map((option) => (
        <li key={option.value}>
          <label className="inline-flex min-h-[2.75rem] items-center gap-3">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={ticked.includes(option.value)}
              className="h-5 w-5 shrink-0 accent-accent"
            />
            {option.label}
          </label>
        </li>
      ))}
    </ul>
  )
  return (
    <fieldset id={name} className="min-w-0">
      <legend className="font-bold">{label}</legend>
      {error && <FieldError name={name} code={error} />}
      {options.length < 5 ? (
        boxes
      ) : (
        <details open={error !== undefined}>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 text-accent underline underline-offset-4">
            {chosen.length > 0 ? chosen.join(', ') : t('rules:form.any')}
          </summary>
          {boxes}
        </details>
      )}
    </fieldset>
  )
}
