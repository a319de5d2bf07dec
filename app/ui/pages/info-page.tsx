import { useTranslation } from 'react-i18next'
import { LinkedText } from '../linked-text.tsx'

export type InfoSection = { key: string; title: string; paragraphs: string[] }
type Props = { title: string; lead: string; sections: InfoSection[] }

/** A page of plain text: what it is about first, then one card per question, with the questions listed on top. */
export function InfoPage({ title, lead, sections }: Props) {
  const { t } = useTranslation()
  return (
    <article className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-4">
        <h1>{title}</h1>
        <p className="text-lg">{lead}</p>
      </header>
      <div className="flex flex-col gap-8 lg:flex-row-reverse lg:items-start lg:justify-end lg:gap-14">
        <nav
          aria-label={t('common:onThisPage')}
          className="border-s-4 border-voice ps-4 lg:sticky lg:top-6 lg:max-w-xs"
        >
          <ul>
            {sections.map((section) => (
              <li key={section.key}>
                <a href={`#${section.key}`} className="inline-block py-1.5">
                  {section.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex max-w-text flex-col gap-8">
          {sections.map((section) => (
            <section key={section.key} id={section.key} className="flex flex-col gap-3">
              <h2>{section.title}</h2>
              {section.paragraphs.map((paragraph) => (
                <p key={paragraph}>
                  <LinkedText text={paragraph} />
                </p>
              ))}
            </section>
          ))}
        </div>
      </div>
    </article>
  )
}
