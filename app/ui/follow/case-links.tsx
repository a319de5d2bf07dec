import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'

export type Links = {
  commitments: { to: string; title: { text: string; lang: string } }[]
  published: string | undefined
}

/** Where the case goes on in public: the commitments it belongs with, and its own page when it has one. */
export function CaseLinks({ commitments, published }: Links) {
  const { t } = useTranslation()
  return (
    <>
      {commitments.length > 0 && (
        <section className="card flex flex-col gap-3 border-t-[6px] border-t-accent">
          <h2>{t('follow:case.commitments')}</h2>
          <p>{t('follow:case.commitmentsBody')}</p>
          <ul className="flex flex-col gap-2">
            {commitments.map(({ to, title }) => (
              <li key={to}>
                <a href={to} className="font-bold">
                  <InLanguage text={title} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {published && (
        <section className="card flex flex-col gap-2">
          <p>{t('follow:case.published')}</p>
          <p>
            <a href={published} className="font-bold">
              {t('follow:case.toPublished')}
            </a>
          </p>
        </section>
      )}
    </>
  )
}
