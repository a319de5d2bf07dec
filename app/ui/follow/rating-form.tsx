import { useTranslation } from 'react-i18next'
import type { HeardAnswer } from '#db/schema/followers.ts'
import { FieldError } from '../field.tsx'
import { DoneNotice } from './done-notice.tsx'

type Props = {
  action: string
  rating: { version: number; heard?: HeardAnswer | undefined }
  error: string | undefined
  done: string | null
}

const answers = ['yes', 'partly', 'no'] as const satisfies readonly HeardAnswer[]

/** "Did you feel heard?", by one tap; what was said before is shown, and can be changed. */
export function RatingForm({ action, rating: { version, heard }, error, done }: Props) {
  const { t } = useTranslation()
  return (
    <section id="rating" aria-labelledby="rating-title" className="card flex flex-col gap-3">
      <h2 id="rating-title">{t('follow:rating.title')}</h2>
      <p id="heard">{heard ? t(`follow:rating.said.${heard}`) : t('follow:rating.body')}</p>
      {error && <FieldError name="heard" code={error} />}
      <form method="post" action={action} className="grid grid-cols-3 gap-2 sm:gap-3">
        <input type="hidden" name="version" value={version} />
        {answers.map((answer) => (
          <button
            key={answer}
            type="submit"
            name="heard"
            value={answer}
            aria-pressed={heard === answer}
            className={`${heard === answer ? 'button' : 'button-quiet'} !px-2`}
          >
            {heard === answer && <span aria-hidden="true">✓</span>}
            {t(`follow:rating.${answer}`)}
          </button>
        ))}
      </form>
      <DoneNotice what={['rated']} done={done} />
    </section>
  )
}
