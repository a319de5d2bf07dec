import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** How the details of a sign-up are used, and when they are erased; said before they are sent. */
export function DataUse({ language, days }: { language: Language; days: string }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="use" className="flex flex-col gap-3 rounded-card bg-sunken p-5">
      <h2 id="use" className="text-lg sm:text-lg">
        {t('dialogues:form.use.title')}
      </h2>
      <p>{t('dialogues:form.use.who')}</p>
      <p>{t('dialogues:form.use.erase', { days })}</p>
      <p>{t('dialogues:form.use.public')}</p>
      <p>
        <a href={paths.privacy(language)} className="inline-block py-1">
          {t('common:footer.privacy')}
        </a>
      </p>
    </section>
  )
}
