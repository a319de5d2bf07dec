import { useTranslation } from 'react-i18next'

/** The way to figures as a file; `title` is what they are of. */
export function FileLink({ file, title }: { file: string; title: string }) {
  const { t } = useTranslation()
  return (
    <p className="no-print text-sm">
      <a href={file} className="inline-flex min-h-[2.75rem] items-center" aria-label={t('insights:fileOf', { title })}>
        {t('insights:file')}
      </a>
    </p>
  )
}
