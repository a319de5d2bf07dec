import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Field } from '../field.tsx'
import { DoneNotice } from './done-notice.tsx'

type Named = { tag: string; name: string }
export type ShownLanguages = { language: string; writtenIn: string; offered: Named[]; written: Named[] }

type Props = { language: Language; languages: ShownLanguages; done: string | null }

/** In which language she wants the answer, and in which she wrote, where we guessed wrong. */
export function LanguagesForm({ language, languages, done }: Props) {
  const { t } = useTranslation()
  const { offered, written } = languages
  return (
    <section
      id="languages"
      aria-labelledby="languages-title"
      className="flex flex-col gap-3 rounded-card bg-sunken p-5"
    >
      <h2 id="languages-title">{t('follow:languages.title')}</h2>
      <DoneNotice what={['languages']} done={done} />
      <form method="post" action={paths.followVerb(language, 'languages')} className="flex flex-col gap-3">
        <Choice name="language" label={t('follow:languages.answer')} chosen={languages.language} among={offered} />
        <Choice name="writtenIn" label={t('follow:languages.wrote')} chosen={languages.writtenIn} among={written}>
          <option value="">{t('follow:languages.other')}</option>
        </Choice>
        <button type="submit" className="button-quiet self-start">
          {t('follow:languages.save')}
        </button>
      </form>
    </section>
  )
}

type ChoiceProps = { name: string; label: string; chosen: string; among: Named[]; children?: React.ReactNode }

function Choice({ name, label, chosen, among, children }: ChoiceProps) {
  return (
    <Field name={name} label={label}>
      {(attributes) => (
        <select {...attributes} defaultValue={chosen} className="control">
          {among.map((one) => (
            <option key={one.tag} value={one.tag} lang={one.tag}>
              {one.name}
            </option>
          ))}
          {children}
        </select>
      )}
    </Field>
  )
}
