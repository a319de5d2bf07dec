import { useTranslation } from 'react-i18next'
import { ExampleMark } from '../example-mark.tsx'
import { InLanguage } from '../in-language.tsx'

type Text = { text: string; lang: string }
/** A published submission as it is shown to who may be about to write the same. */
export type KnownSubmission = {
  ref: string
  title: Text
  body: Text
  area: string
  /** Where it stands, in words. */
  status: string
  publishedOn: string
  example: boolean
}

type Props = {
  /** In words, how many there are. */
  told: string
  known: readonly KnownSubmission[]
  /** What "mine is something else" does; without it, that button turns the page of the form. */
  onOther?: () => void
}

/** What we have heard already and is much like hers: she may follow one of them instead, or say that hers is another. */
export function AlreadyKnown({ told, known, onOther }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="known" className="flex max-w-text flex-col gap-5">
      <div className="flex flex-col gap-2">
        <h2 id="known">{t('similar:title')}</h2>
        <p>
          {told} {t('similar:lead')}
        </p>
      </div>
      <ul className="flex flex-col gap-4">
        {known.map((submission) => (
          <li key={submission.ref}>
            <Known submission={submission} />
          </li>
        ))}
      </ul>
      <p className="text-ink-soft">{t('similar:kept')}</p>
      {onOther ? (
        <button type="button" onClick={onOther} className="button w-full sm:w-auto sm:self-start">
          {t('similar:other')}
        </button>
      ) : (
        <button type="submit" name="go" value="next" className="button w-full sm:w-auto sm:self-start">
          {t('similar:other')}
        </button>
      )}
    </section>
  )
}

function Known({
  submission: { ref, title, body, area, status, publishedOn, example },
}: {
  submission: KnownSubmission
}) {
  const { t } = useTranslation()
  return (
    <article className="flex flex-col gap-3 rounded-card border border-line border-s-[6px] border-s-voice bg-surface p-4 shadow-card sm:p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span lang="sv" className="font-bold text-voice">
          {area}
        </span>
        <span>{t('similar:published', { date: publishedOn })}</span>
        {example && <ExampleMark />}
      </p>
      <h3>
        <InLanguage text={title} />
      </h3>
      <p className="whitespace-pre-line">
        <InLanguage text={body} />
      </p>
      <p>
        <span className="inline-block rounded-full bg-sun-tint px-3 py-0.5 text-sm font-bold text-sun">{status}</span>
      </p>
      <button
        type="submit"
        name="go"
        value={`follow:${ref}`}
        aria-label={t('similar:followNamed', { title: title.text })}
        className="button-quiet w-full sm:w-auto sm:self-start"
      >
        {t('similar:follow')}
      </button>
    </article>
  )
}
