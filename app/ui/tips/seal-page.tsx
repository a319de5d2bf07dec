import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'

type Props = {
  title: string
  /** Its reference. */
  submission: string
  category: string
  areaName: string
  published: boolean
  granted: boolean
  refused: string | undefined
}

/** Says what becomes of a submission that is sealed as a tip, and asks once. */
export function SealPage({ title, submission, category, areaName, published, granted, refused }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-text flex-col gap-6">
      <p>
        <a href={paths.staffSubmission(submission)}>{t('tips:seal.back')}</a>
      </p>
      <h1>{title}</h1>
      <p className="text-lg">
        {t(`categories:${category}`)}, {areaName} · {submission}
      </p>
      {refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${refused}`)}
        </Notice>
      )}
      <ul className="flex list-disc flex-col gap-2 ps-5">
        {['moves', 'staffs', 'gone', 'code', 'register', 'backups', 'notBack'].map((part) => (
          <li key={part}>{t(`tips:seal.${part}`)}</li>
        ))}
      </ul>
      {published && <Notice tone="wait">{t('tips:seal.published')}</Notice>}
      {granted ? (
        <form method="post">
          <button type="submit" className="button">
            {t('tips:seal.submit')}
          </button>
        </form>
      ) : (
        <Notice>{t('tips:seal.onlyHolders')}</Notice>
      )}
    </div>
  )
}
