import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { Choice } from '../staff/choice.tsx'
import { DraftLine } from '../staff/draft-line.tsx'
import { TextArea } from '../staff/text-area.tsx'
import { TimeField } from '../staff/time-field.tsx'
import { ManyCases, type ListedCase } from './many-cases.tsx'
import { ManyPreview, type Preview } from './many-preview.tsx'

type Values = Record<string, string>
type Reply = {
  values?: Values
  errors?: Values
  preview?: Preview
  refused?: string
  ref?: string
}

type Props = {
  title: string
  category: string
  /** Whether she comes from the queue: with what she has marked there, or with all of it. */
  chosen: boolean
  /** The queue that she comes from. */
  back: string
  /** The address of this page, and where what is half written is kept. */
  here: string
  draftAt: string
  draft: { fields: Values; saved: string } | undefined
  /** Which of the cases are ticked, and which she had marked that cannot be answered now. */
  ticked: string[]
  left: string[]
  signsAs: string
  done: string | undefined
  most: string
  /** That there are more than can be answered at once, or may be more than were found. */
  more: string | undefined
  categories: { value: string; label: string }[]
  cases: ListedCase[]
  languages: { tag: Language; name: string }[]
  templates: { id: string; name: string; text: string }[]
  reply: Reply | undefined
}

/** The same answer to several cases: choose them and write, see what each would read, and give it to all or none. */
export function AnswerManyPage(props: Props) {
  const { title, done, reply } = props
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      {done && !reply && (
        <Notice tone="done" role="status">
          {done}
        </Notice>
      )}
      <header className="flex max-w-text flex-col gap-2">
        {props.chosen && (
          <p>
            <a className="way-on" href={props.back}>
              {t('templates:many.back')}
            </a>
          </p>
        )}
        <h1>{title}</h1>
        <p className="text-lg">{t('templates:many.lead')}</p>
      </header>
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          <p className="font-bold">{t('templates:many.none')}</p>
          <p>
            {reply.ref && <b dir="ltr">{reply.ref}: </b>}
            {t(`errors:refusal.${reply.refused}`)}
          </p>
        </Notice>
      )}
      {reply?.preview ? (
        <ManyPreview preview={reply.preview} values={reply.values ?? {}} here={props.here} />
      ) : (
        <Writing {...props} />
      )}
    </div>
  )
}

function Writing({ signsAs, cases, languages, templates, reply, ...props }: Props) {
  const { t } = useTranslation()
  const { category, categories, chosen, here, draft, draftAt, left, more, most } = props
  const [values, errors] = [reply?.values ?? draft?.fields ?? {}, reply?.errors ?? {}]
  const labels = {
    ref: t('templates:many.cases'),
    audience: t('staff:answer.for'),
    at: t('templates:many.at'),
    ...Object.fromEntries(
      languages.map(({ tag, name }) => [`answer.${tag}`, t('staff:answer.body', { language: name })]),
    ),
  } as Values
  const audiences = (['public', 'resident'] as const).map((value) => ({
    value,
    label: t(`staff:answer.audience.${value}`),
  }))
  const text = (tag: Language) => (
    <TextArea
      key={`${tag}-${values[`answer.${tag}`] ?? ''}`}
      name={`answer.${tag}`}
      label={labels[`answer.${tag}`] ?? ''}
      lang={tag}
      hint={tag === 'sv' ? t('templates:many.hint', { signsAs }) : undefined}
      value={values[`answer.${tag}`]}
      error={errors[`answer.${tag}`]}
      rows={6}
    />
  )
  return (
    <>
      {!chosen && <Narrowing category={category} categories={categories} />}
      {left.length > 0 && <Notice tone="wait">{t('templates:many.missing', { refs: left.join(', ') })}</Notice>}
      {more && <Notice tone="wait">{more}</Notice>}
      <ErrorSummary errors={errors} labels={labels} />
      <form method="post" action={here} className="grid items-start gap-6 lg:grid-cols-2">
        <ManyCases
          {...{ cases, most, more: more !== undefined, error: errors.ref }}
          chosen={reply ? (values.ref ?? '').split(',') : props.ticked}
        />
        <div className="card flex flex-col gap-5 lg:sticky lg:top-4">
          {templates.length > 0 && (
            <details className="rounded-control border border-line bg-sunken">
              <summary className="min-h-[2.75rem] cursor-pointer px-4 py-2.5 font-bold text-accent">
                {t('templates:offer')}
              </summary>
              <ul className="border-t border-line">
                {templates.map(({ id, name, text: words }) => (
                  <li key={id} className="flex flex-col gap-2 border-b border-line p-4 last:border-b-0">
                    <b dir="auto" className="break-words">
                      {name}
                    </b>
                    <p lang="sv" dir="auto" className="line-clamp-2 break-words text-ink-soft">
                      {words}
                    </p>
                    <button type="submit" name="insert" value={id} className="button-quiet self-start">
                      {t('templates:insert')} <span className="sr-only">{name}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          )}
          {text('sv')}
          <details
            open={languages.some(({ tag }) => tag !== 'sv' && (values[`answer.${tag}`] || errors[`answer.${tag}`]))}
          >
            <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
              {t('staff:translations.title')}
            </summary>
            <div className="flex flex-col gap-5">
              {languages.filter(({ tag }) => tag !== 'sv').map(({ tag }) => text(tag))}
            </div>
          </details>
          <Choice
            name="audience"
            label={labels.audience ?? ''}
            options={audiences}
            value={values.audience ?? 'public'}
            error={errors.audience}
          />
          <TimeField name="at" label={labels.at ?? ''} value={values.at} error={errors.at} />
          <DraftLine address={draftAt} saved={draft?.saved} />
          <button type="submit" name="go" value="preview" className="button self-start">
            {t('templates:many.preview')}
          </button>
        </div>
      </form>
    </>
  )
}

/** The subject to which the list is narrowed, where she does not come with cases of her own. */
function Narrowing({ category, categories }: Pick<Props, 'category' | 'categories'>) {
  const { t } = useTranslation()
  return (
    <form method="get" action={paths.staffAnswerMany()} className="flex flex-wrap items-end gap-3">
      <Choice
        name="category"
        label={t('templates:field.category')}
        none={t('templates:any')}
        options={categories}
        value={category}
      />
      <button type="submit" className="button-quiet">
        {t('staff:queue.show')}
      </button>
    </form>
  )
}
