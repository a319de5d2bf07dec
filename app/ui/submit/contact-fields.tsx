import { useTranslation } from 'react-i18next'
import type { Kind } from '#db/schema/submissions.ts'
import { languages, type Language } from '#app/i18n/languages.ts'
import { EmailField } from '../email-field.tsx'
import { Field } from '../field.tsx'
import type { Values } from './form-parts.ts'

type Props = { kind: Kind; language: Language; offered: Language[]; values: Values; errors: Values }

/** How the answer reaches her: a bell by e-mail if she wants one, never of a tip, and the language to read it in. */
export function ContactFields({ kind, language, offered, values, errors }: Props) {
  const { t } = useTranslation()
  return (
    <div role="group" aria-labelledby="answer" className="flex flex-col gap-6">
      <h2 id="answer" className="text-xl sm:text-2xl">
        {t(kind === 'tip' ? 'submit:tipOpen.contact' : 'submit:contact.title')}
      </h2>
      <Field name="language" label={t('submit:language.label')}>
        {(attributes) => (
          <select {...attributes} defaultValue={values.language ?? language} className="control">
            {offered.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {languages[tag].name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind !== 'tip' && (
        <EmailField
          name="contactEmail"
          label={t('submit:contact.label')}
          hint={t('submit:contact.hint')}
          error={errors.contactEmail}
          value={values.contactEmail}
          optional
        />
      )}
    </div>
  )
}
