import { useTranslation } from 'react-i18next'
import { EmailField } from '../email-field.tsx'
import { Field } from '../field.tsx'
import { FieldsetCard } from '../fieldset-card.tsx'
import { Choice } from './choice.tsx'
import type { EntryForm, EntryReply } from './entry-form.ts'
import { TextArea } from './text-area.tsx'

type Props = { parts: EntryForm; reply: EntryReply }

/** What it is about and what the person said. */
export function EntryWhat({ parts, reply: { values, errors } }: Props) {
  const { t } = useTranslation()
  return (
    <div className="card stack">
      <div className="grid gap-6 sm:grid-cols-2">
        <Choice
          name="kind"
          label={t('staff:entry.kind')}
          options={parts.kinds.map((kind) => ({ value: kind, label: t(`staff:kind.${kind}`) }))}
          value={values.kind ?? 'concern'}
          error={errors.kind}
        />
        <Choice
          name="category"
          label={t('staff:entry.category')}
          options={parts.categories.map((category) => ({ value: category, label: t(`categories:${category}`) }))}
          none={t('staff:entry.choose')}
          value={values.category ?? ''}
          error={errors.category}
        />
      </div>
      <noscript>
        <button type="submit" name="showQuestions" value="yes" formNoValidate className="button-quiet">
          {t('staff:entry.showQuestions')}
        </button>
      </noscript>
      <TextArea
        name="body"
        label={t('staff:entry.body')}
        hint={t('staff:entry.bodyHint', { limit: parts.limits.body })}
        value={values.body}
        error={errors.body}
        rows={7}
      />
    </div>
  )
}

/** A square or stop, or a whole area, and words about it. */
export function EntryWhere({ parts, reply: { values, errors } }: Props) {
  const { t } = useTranslation()
  return (
    <FieldsetCard legend={t('staff:entry.where')}>
      <Field name="place" label={t('staff:entry.place')} hint={t('staff:entry.whereHint')} error={errors.place}>
        {(control) => (
          <select {...control} defaultValue={values.place ?? ''} className="control">
            <option value="">{t('staff:entry.choose')}</option>
            {parts.areas.map(({ code, name, places }) => (
              <optgroup key={code} label={name}>
                {places.map((place) => (
                  <option key={place.slug} value={place.slug}>
                    {place.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Choice
        name="areaCode"
        label={t('staff:entry.area')}
        options={parts.areas.map(({ code, name }) => ({ value: code, label: name }))}
        none={t('staff:entry.choose')}
        value={values.areaCode ?? ''}
        error={errors.areaCode}
      />
      <Field
        name="placeNote"
        label={t('staff:entry.placeNote')}
        hint={t('staff:entry.placeNoteHint', { limit: parts.limits.placeNote })}
        error={errors.placeNote}
        optional
      >
        {(control) => <input {...control} type="text" dir="auto" defaultValue={values.placeNote} className="control" />}
      </Field>
    </FieldsetCard>
  )
}

/** How the person reached us, and whether an interpreter helped. */
export function EntryHow({ parts, reply: { values, errors } }: Props) {
  const { t } = useTranslation()
  const spoken = [...parts.spoken, { value: 'other', label: t('staff:entry.otherLanguage') }]
  return (
    <FieldsetCard legend={t('staff:entry.how')} className="grid gap-6 sm:grid-cols-2">
      <Choice
        name="channel"
        label={t('staff:entry.channel')}
        options={parts.channels.map((channel) => ({ value: channel, label: t(`staff:channel.${channel}`) }))}
        none={t('staff:entry.choose')}
        value={values.channel ?? ''}
        error={errors.channel}
      />
      <Choice
        name="interpretedFrom"
        label={t('staff:entry.interpretedFrom')}
        options={spoken}
        none={t('staff:entry.noInterpreter')}
        value={values.interpretedFrom ?? ''}
        error={errors.interpretedFrom}
      />
    </FieldsetCard>
  )
}

/** In which language the person reads the answer, and what rings when there is one. */
export function EntryAnswering({ parts, reply: { values, errors } }: Props) {
  const { t } = useTranslation()
  return (
    <FieldsetCard legend={t('staff:entry.answering')}>
      <Choice
        name="language"
        label={t('staff:entry.language')}
        options={parts.offered}
        value={values.language ?? 'sv'}
        error={errors.language}
      />
      <EmailField
        name="contactEmail"
        label={t('staff:entry.contactEmail')}
        hint={t('staff:entry.contactEmailHint')}
        error={errors.contactEmail}
        value={values.contactEmail}
        autoComplete="off"
        optional
      />
    </FieldsetCard>
  )
}
