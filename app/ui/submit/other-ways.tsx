import { useTranslation } from 'react-i18next'
import { LinkedText } from '../linked-text.tsx'

const ways = ['phone', 'office', 'interpreter'] as const

/** For those who would rather talk, and for those who are under 18; in one column where it stands beside a form. */
export function OtherWays({ beside = false }: { beside?: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={`grid gap-4 md:grid-cols-2 ${beside ? 'lg:grid-cols-1' : ''}`}>
      <section className="flex flex-col gap-2 rounded-card bg-sunken p-5">
        <h2>{t('submit:speak.title')}</h2>
        <ul className="flex flex-col gap-2">
          {ways.map((way) => (
            <li key={way}>
              <LinkedText text={t(`submit:speak.${way}`)} />
            </li>
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-2 rounded-card bg-sky-tint p-5">
        <h2>{t('submit:young.title')}</h2>
        <p>
          <LinkedText text={t('submit:young.body')} />
        </p>
      </section>
    </div>
  )
}
