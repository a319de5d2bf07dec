import { useTranslation } from 'react-i18next'
import { LinkedText } from '../linked-text.tsx'

/** The first question wherever a person can write: is anyone in danger now? Then 112, to tap. */
export function DangerBox() {
  const { t } = useTranslation()
  return (
    <section
      aria-labelledby="danger"
      className="flex max-w-text flex-col gap-3 rounded-card border-2 border-danger bg-surface p-5"
    >
      <h2 id="danger" className="text-danger">
        {t('submit:danger.title')}
      </h2>
      <p>{t('submit:danger.body')}</p>
      <p>
        <a
          className="button w-full bg-danger text-lg hover:bg-danger hover:underline sm:w-auto sm:px-10"
          href="tel:112"
        >
          {t('submit:danger.call')}
        </a>
      </p>
      <p>
        <LinkedText text={t('submit:danger.police')} />
      </p>
    </section>
  )
}
