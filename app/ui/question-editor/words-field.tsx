import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { Field } from '../field.tsx'
import type { FormReply } from './form-parts.ts'

type Props = {
  /** The fields are called after it, one for each language: `label.sv`. */
  name: string
  label: string
  hint?: string
  reply: FormReply
  languages: readonly { tag: Language; name: string }[]
  rows?: number
  optional?: boolean
}

/** A text that residents read: in Swedish, and folded below it in the other languages, with those that are missing named. */
export function WordsField({ name, label, hint, reply, languages, rows, optional }: Props) {
  const { t } = useTranslation()
  const { values, errors } = reply
  const others = languages.filter(({ tag }) => tag !== 'sv')
  const missing = values[`${name}.sv`]?.trim() ? others.filter(({ tag }) => !values[`${name}.${tag}`]?.trim()) : []
  return (
    <div className="flex max-w-text flex-col gap-1">
      <TextIn name={`${name}.sv`} tag="sv" {...{ label, hint, rows, optional, reply }} />
      <details open={others.some(({ tag }) => errors[`${name}.${tag}`])}>
        <summary className="min-h-[2.75rem] cursor-pointer py-2.5 text-sm">
          <span className="font-bold text-accent">{t('question-editor:form.others')}</span>
          {missing.length > 0 && (
            <span className="ms-2 text-ink-soft">
              {t('question-editor:form.othersMissing')} {missing.map((one) => one.name).join(' · ')}
            </span>
          )}
        </summary>
        <div className="flex flex-col gap-4 border-s-4 border-line ps-4">
          {others.map((language) => (
            <TextIn
              key={language.tag}
              name={`${name}.${language.tag}`}
              tag={language.tag}
              label={t('question-editor:form.in', { what: label, language: language.name })}
              {...{ rows, reply }}
            />
          ))}
          <p className="text-sm text-ink-soft">{t('question-editor:form.othersHint')}</p>
        </div>
      </details>
    </div>
  )
}

type TextProps = Pick<Props, 'name' | 'label' | 'reply'> & {
  tag: Language
  hint?: string | undefined
  rows?: number | undefined
  optional?: boolean | undefined
}

function TextIn({ name, tag, label, hint, rows, optional, reply: { values, errors } }: TextProps) {
  return (
    <Field name={name} label={label} hint={hint} error={errors[name]} optional={optional ?? false}>
      {(control) =>
        rows ? (
          <textarea {...control} rows={rows} lang={tag} dir="auto" defaultValue={values[name]} className="control" />
        ) : (
          <input
            {...control}
            type="text"
            lang={tag}
            dir="auto"
            autoComplete="off"
            defaultValue={values[name]}
            className="control"
          />
        )
      }
    </Field>
  )
}
