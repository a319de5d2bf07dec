import { useTranslation } from 'react-i18next'
import type { Status } from '#db/schema/submissions.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { FieldError } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { StatusMark } from '../staff/status-mark.tsx'
import { TextField } from '../staff/text-field.tsx'
import type { VerbReply } from '../staff/verb-form.tsx'
import { WrittenText } from '../written-text.tsx'

type Shown = {
  ref: string
  status: Status
  areaName: string
  createdOn: string
  text: string
  lang?: string | undefined
}

type Props = {
  title: string
  /** Whether it can be merged into another now. */
  open: boolean
  own: Shown & { category: string }
  suggested: (Shown & { registrationNumber: string | null; distance: string })[]
  reply: VerbReply | undefined
}

/** What a submission says, and beside it those that it may be merged into. */
export function MergePage({ title, open, own, suggested, reply }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffSubmission(own.ref)}>
          {t('handling:back')}
        </a>
      </p>
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p>{t('handling:merge.lead')}</p>
        <p className="text-ink-soft">{t('handling:merge.kept')}</p>
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <section
          aria-labelledby="own"
          className="card flex flex-col gap-3 border-s-[6px] border-s-voice lg:sticky lg:top-4"
        >
          <h2 id="own" className="text-xl sm:text-xl">
            {t('handling:merge.own')}
          </h2>
          <Facts of={own} />
          <WrittenText text={own.text} lang={own.lang} />
        </section>
        {open ? (
          <Choose {...{ own, suggested, reply }} />
        ) : (
          <Notice tone="wait">
            <p>{t('handling:merge.notNow')}</p>
          </Notice>
        )}
      </div>
    </div>
  )
}

function Choose({ own, suggested, reply }: Pick<Props, 'own' | 'suggested' | 'reply'>) {
  const { t } = useTranslation()
  const { values = {}, errors = {} } = reply ?? {}
  const id = suggested.length > 0 ? 'into' : 'other'
  return (
    <form method="post" action={paths.staffMerge(own.ref)} className="flex flex-col gap-5">
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={errors.into ? { [id]: errors.into } : {}} labels={{ [id]: t('handling:merge.into') }} />
      <input type="hidden" name="from" value={own.status} />
      {suggested.length > 0 && (
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-3 text-xl font-bold">{t('handling:merge.suggested')}</legend>
          {errors.into && <FieldError name="into" code={errors.into} />}
          {suggested.map((one, index) => (
            <label key={one.ref} className="card flex cursor-pointer items-start gap-3 hover:border-accent">
              <input
                type="radio"
                id={index === 0 ? 'into' : undefined}
                name="into"
                value={one.ref}
                defaultChecked={values.into === one.ref}
                className="mt-1 h-5 w-5 shrink-0 accent-accent"
              />
              <span className="flex min-w-0 flex-col gap-2">
                <Facts of={one} distance={one.distance} />
                <span dir="auto" lang={one.lang} className="line-clamp-6 break-words">
                  {one.text}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {suggested.length === 0 && <p className="text-ink-soft">{t('handling:merge.nothing')}</p>}
      <TextField
        name="other"
        label={t(suggested.length > 0 ? 'handling:merge.other' : 'handling:merge.only')}
        hint={t('handling:merge.otherHint')}
        value={values.other}
        error={suggested.length > 0 ? undefined : errors.into}
      />
      <p>
        <button type="submit" className="button">
          {t('handling:merge.submit')}
        </button>
      </p>
    </form>
  )
}

/** Where it stands, when and where it came, and how far away. */
function Facts({ of, distance }: { of: Shown; distance?: string }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
      <StatusMark status={of.status} />
      <b className="text-ink">{of.ref}</b>
      <span>{of.areaName}</span>
      <span>{of.createdOn}</span>
      {distance && <span className="font-bold text-sky">{distance}</span>}
    </span>
  )
}
