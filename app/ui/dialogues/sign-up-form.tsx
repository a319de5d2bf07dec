import { useTranslation } from 'react-i18next'
import { languages, isLanguage, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { EmailField } from '../email-field.tsx'
import { Field } from '../field.tsx'
import { DataUse } from './data-use.tsx'
import { PartySize } from './party-size.tsx'
import { QuestionField } from './question-field.tsx'
import type { SignUpParts } from './told.ts'

type Props = {
  language: Language
  slug: string
  waiting: boolean
  parts: SignUpParts
  values: Record<string, string>
  errors: Record<string, string>
}

/** The form to sign up for a dialogue: a name, how many, and what they need. */
export function SignUpForm({ language, slug, waiting, parts, values, errors }: Props) {
  const { t } = useTranslation()
  const { sizes, limits, questions } = parts
  return (
    <form
      id="form"
      method="post"
      action={paths.signUp(language, slug)}
      noValidate
      className="flex min-w-0 max-w-text flex-1 flex-col gap-8"
    >
      <input type="hidden" name="formToken" value={values.formToken ?? parts.formToken} />
      <Field
        name="name"
        label={t('dialogues:form.name')}
        hint={t('dialogues:form.nameHint', { limit: limits.name })}
        error={errors.name}
      >
        {(attributes) => (
          // oxlint-disable-next-line jsx-a11y/autocomplete-valid -- HTML has it; the rule's list is older
          <input {...attributes} dir="auto" autoComplete="given-name" defaultValue={values.name} className="control" />
        )}
      </Field>
      <PartySize
        label={t('dialogues:form.partySize')}
        hint={t('dialogues:form.partySizeHint', { limit: limits.party })}
        sizes={sizes}
        value={values.partySize}
        error={errors.partySize}
      />
      <Contact language={language} parts={parts} values={values} errors={errors} />
      <Field
        name="needs"
        label={t('dialogues:form.needs')}
        hint={t('dialogues:form.needsHint', { limit: limits.needs })}
        error={errors.needs}
        optional
      >
        {(attributes) => (
          <textarea {...attributes} rows={3} dir="auto" defaultValue={values.needs} className="control" />
        )}
      </Field>
      {questions.length > 0 && <Questions parts={parts} values={values} errors={errors} />}
      <DataUse language={language} days={limits.days} />
      <button type="submit" className="button w-full text-lg sm:w-auto sm:self-start sm:px-12">
        {t(waiting ? 'dialogues:form.sendWaiting' : 'dialogues:form.send')}
      </button>
    </form>
  )
}

/** What those who arrange the dialogue ask. */
function Questions({ parts, values, errors }: Pick<Props, 'parts' | 'values' | 'errors'>) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="questions" className="flex flex-col gap-6">
      <h2 id="questions">{t('dialogues:form.questions')}</h2>
      {parts.questions.map((question) => (
        <QuestionField
          key={question.field}
          question={question}
          limit={parts.limits.answer}
          value={values[question.field]}
          error={errors[question.field]}
        />
      ))}
    </section>
  )
}

type ContactProps = Pick<Props, 'language' | 'parts' | 'values' | 'errors'>

/** Where and in which language to write, for who wants to be written to. */
function Contact({ language, parts, values, errors }: ContactProps) {
  const { t } = useTranslation()
  return (
    <>
      <EmailField
        name="email"
        label={t('dialogues:form.email')}
        hint={t('dialogues:form.emailHint')}
        error={errors.email}
        value={values.email}
        optional
      />
      <Field
        name="language"
        label={t('dialogues:form.language')}
        hint={t('dialogues:form.languageHint')}
        error={errors.language}
      >
        {(attributes) => (
          <select {...attributes} defaultValue={values.language || language} className="control">
            {parts.offered.map(({ tag, name }) => (
              <option key={tag} value={tag} lang={tag} dir={isLanguage(tag) ? languages[tag].dir : undefined}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}
