import { useTranslation } from 'react-i18next'
import type { Category } from '#db/schema/submissions.ts'
import type { BaseMap } from '#app/domain/areas/base-map.server.ts'
import type { OpenKind } from '#app/domain/submissions/categories.ts'
import { languages, type Language } from '#app/i18n/languages.ts'
import { Field } from '../field.tsx'
import { BeforeSending } from './before-sending.tsx'
import { BodyField, type Limit } from './body-field.tsx'
import { CategoryChoice } from './category-choice.tsx'
import { PlacePicker, type AreaOption, type PlaceGroup } from './place-picker.tsx'

/** What the form is drawn from: what can be chosen, how long texts may be, and the token of this showing. */
export type FormParts = {
  categories: readonly Category[]
  base: BaseMap
  groups: PlaceGroup[]
  areas: AreaOption[]
  offered: Language[]
  bodyLimit: Limit
  noteLimit: Limit
  formToken: string
}

type Props = {
  kind: OpenKind
  language: Language
  parts: FormParts
  values: Record<string, string>
  errors: Record<string, string>
  tooLong: string | undefined
}

/** The form of a concern or an idea. One post with all of it is a complete submission. */
export function SubmitForm({ kind, language, parts, values, errors, tooLong }: Props) {
  const { t } = useTranslation()
  return (
    <form id="form" method="post" noValidate className="flex min-w-0 max-w-text flex-1 flex-col gap-10">
      <input type="hidden" name="formToken" value={parts.formToken} />
      <CategoryChoice categories={parts.categories} chosen={values.category} error={errors.category} />
      <div className="[&_label]:text-xl [&_label]:leading-snug">
        <BodyField
          name="body"
          label={t(`submit:${kind}.body`)}
          hint={t('submit:body.hint', { limit: parts.bodyLimit.text })}
          limit={parts.bodyLimit}
          value={values.body}
          error={errors.body}
          tooLong={tooLong}
        />
      </div>
      <PlacePicker {...parts} values={values} errors={errors} />
      <Field
        name="contactEmail"
        label={t('submit:contact.label')}
        hint={t('submit:contact.hint')}
        error={errors.contactEmail}
        optional
      >
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            dir="ltr"
            autoComplete="email"
            defaultValue={values.contactEmail}
            className="control"
          />
        )}
      </Field>
      <Field name="language" label={t('submit:language.label')}>
        {(attributes) => (
          <select {...attributes} defaultValue={values.language ?? language} className="control">
            {parts.offered.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {languages[tag].name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <BeforeSending language={language} />
      <button type="submit" className="button w-full text-lg sm:w-auto sm:self-start sm:px-12">
        {t('submit:send')}
      </button>
    </form>
  )
}
