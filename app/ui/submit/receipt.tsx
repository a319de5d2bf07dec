import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import { LinkedText } from '../linked-text.tsx'

type Props = { title: string; code: string; reference: string }

const steps = ['registered', 'read', 'follow'] as const

/** The receipt code, shown once, and what happens next. */
export function Receipt({ title, code, reference }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-text flex-col gap-8">
      <h1>{title}</h1>
      <section
        aria-labelledby="code-label"
        className="flex flex-col gap-4 rounded-card border-2 border-accent bg-accent-tint p-5 sm:p-7"
      >
        <h2 id="code-label">{t('submit:received.code')}</h2>
        <p>
          <span
            id="code"
            dir="ltr"
            translate="no"
            className="inline-block select-all font-extrabold text-[clamp(1.5rem,7vw,2.25rem)] leading-snug tracking-wider"
          >
            {code}
          </span>
        </p>
        <p className="font-bold">{t('submit:received.save')}</p>
        <p>{t('submit:received.aloud')}</p>
        <form method="post" className="flex flex-col gap-2 pt-1">
          <button type="submit" className="button self-start">
            {t('submit:received.saved')}
          </button>
          <p className="text-ink-soft">{t('submit:received.savedHint')}</p>
        </form>
      </section>
      <section className="flex flex-col gap-3">
        <h2>{t('submit:received.next')}</h2>
        <ol className="flex list-decimal flex-col gap-2 ps-6">
          {steps.map((step) => (
            <li key={step}>{t(`submit:received.steps.${step}`)}</li>
          ))}
        </ol>
        <p>
          {t('submit:received.ref')}{' '}
          <span dir="ltr" className="font-bold">
            {reference}
          </span>
        </p>
      </section>
      <Notice tone="danger">
        <p>
          <LinkedText text={t('submit:received.danger')} />
        </p>
      </Notice>
    </div>
  )
}
