import { isLanguage, languages } from '#app/i18n/languages.ts'

type Props = {
  text: { text: string; lang: string }
  as?: 'p' | 'span' | 'h1' | 'h2' | 'h3' | 'div' | 'dt' | 'dd'
  className?: string
}

/** A text that may be in another language than the page: marked with its language and direction; line ends are kept. */
export function InLanguage({ text, as: Tag = 'span', className = '' }: Props) {
  const dir = isLanguage(text.lang) ? languages[text.lang].dir : 'auto'
  return (
    <Tag lang={text.lang || undefined} dir={dir} className={`whitespace-pre-line ${className}`}>
      {text.text}
    </Tag>
  )
}
