import { useTranslation } from 'react-i18next'
import { languages, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

type Props = { language: Language; offered: Language[]; address: string }

/** The languages by their own names; choosing one stays on the page and is remembered. */
export function LanguageSwitch({ language, offered, address }: Props) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('common:languages')}>
      <ul className="flex flex-wrap px-1.5">
        {offered.map((tag) => (
          <li key={tag}>
            <a
              href={paths.language(tag, address.replace(`/${language}`, `/${tag}`))}
              lang={tag}
              hrefLang={tag}
              dir={languages[tag].dir}
              aria-current={tag === language ? 'true' : undefined}
              className="names-itself inline-flex min-h-[2.75rem] items-center px-2.5 text-ink no-underline hover:underline aria-[current]:font-bold aria-[current]:underline aria-[current]:decoration-voice aria-[current]:decoration-[3px]"
            >
              {languages[tag].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
