import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { InLanguage } from '../in-language.tsx'
import { Notice } from '../notice.tsx'
import { WordsField } from '../question-editor/words-field.tsx'
import { Choice } from '../staff/choice.tsx'
import { TextField } from '../staff/text-field.tsx'

type Option = { value: string; label: string }
type Reply = {
  values?: Record<string, string>
  errors?: Record<string, string>
  refused?: string | undefined
  preview?: { lang: string; name: string; text: string }[]
}

type Props = {
  title: string
  address: string
  isNew: boolean
  values: Record<string, string>
  parts: {
    uses: Option[]
    categories: Option[]
    statuses: Option[]
    languages: { tag: Language; name: string }[]
    placeholders: { name: string; about: string }[]
  }
  reply: Reply | undefined
}

/** The form of one template, new or there already, and what it would say. */
export function TemplatePage({ title, address, isNew, values: kept, parts, reply: posted }: Props) {
  const { t } = useTranslation()
  const reply = { values: posted?.values ?? kept, errors: posted?.errors ?? {} }
  const { values, errors } = reply
  return (
    <div className="flex flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffTemplates()}>
          {t('templates:back')}
        </a>
      </p>
      <h1>{title}</h1>
      {posted?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${posted.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={errors} labels={labelsOf(t, parts.languages)} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <form method="post" action={address} noValidate className="card flex flex-col gap-6">
          <input type="hidden" name="seen" value={values.seen ?? ''} />
          <TextField
            name="name"
            label={t('templates:field.name')}
            hint={t('templates:field.nameHint')}
            value={values.name}
            error={errors.name}
          />
          <Choice
            name="use"
            label={t('templates:field.use')}
            options={parts.uses}
            value={values.use}
            error={errors.use}
          />
          <div className="grid gap-6 sm:grid-cols-2">
            <Choice
              name="category"
              label={t('templates:field.category')}
              none={t('templates:any')}
              options={parts.categories}
              value={values.category}
              error={errors.category}
            />
            <Choice
              name="status"
              label={t('templates:field.status')}
              none={t('templates:any')}
              options={parts.statuses}
              value={values.status}
              error={errors.status}
            />
          </div>
          <WordsField
            name="body"
            label={t('templates:field.body')}
            hint={t('templates:field.bodyHint')}
            rows={8}
            {...{ reply, languages: parts.languages }}
          />
          <p className="flex flex-wrap items-center gap-3">
            <button type="submit" className="button px-8">
              {t('templates:save')}
            </button>
            <button type="submit" name="go" value="preview" formAction={`${address}#preview`} className="button-quiet">
              {t('templates:preview')}
            </button>
            {!isNew && (
              <button
                type="submit"
                name="go"
                value="retire"
                className="ms-auto min-h-[3rem] px-2 font-bold text-danger underline underline-offset-4"
              >
                {t('templates:retire')}
              </button>
            )}
          </p>
        </form>
        <div className="flex flex-col gap-6">
          {posted?.preview && <Preview texts={posted.preview} />}
          <Placeholders list={parts.placeholders} />
        </div>
      </div>
    </div>
  )
}

/** What a resident would read, in each language it was written in. */
function Preview({ texts }: { texts: NonNullable<Reply['preview']> }) {
  const { t } = useTranslation()
  return (
    <section
      id="preview"
      aria-labelledby="preview-title"
      className="card flex flex-col gap-4 border-s-[6px] border-s-sky"
    >
      <h2 id="preview-title" className="text-xl sm:text-xl">
        {t('templates:preview')}
      </h2>
      <p className="text-sm text-ink-soft">{t('templates:previewHint')}</p>
      {texts.map(({ lang, name, text }) => (
        <div key={lang} className="flex flex-col gap-1">
          <p className="text-sm font-bold text-ink-soft">{name}</p>
          <InLanguage as="p" text={{ lang, text }} className="break-words" />
        </div>
      ))}
    </section>
  )
}

function Placeholders({ list }: { list: Props['parts']['placeholders'] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="placeholders" className="rounded-card bg-sunken p-5">
      <h2 id="placeholders" className="mb-2 text-xl sm:text-xl">
        {t('templates:placeholders')}
      </h2>
      <p className="mb-4 text-ink-soft">{t('templates:placeholdersHint')}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        {list.map(({ name, about }) => (
          <div key={name} className="contents">
            <dt>
              <code dir="ltr" className="rounded-sm bg-surface px-1.5 py-0.5 font-bold">{`{${name}}`}</code>
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const labelsOf = (t: TFunction, languages: Props['parts']['languages']): Record<string, string> => ({
  name: t('templates:field.name'),
  use: t('templates:field.use'),
  category: t('templates:field.category'),
  status: t('templates:field.status'),
  ...Object.fromEntries(languages.map(({ tag, name }) => [`body.${tag}`, `${t('templates:field.body')} (${name})`])),
})
