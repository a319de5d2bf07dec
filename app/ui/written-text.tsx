import type { ReactNode } from 'react'

type Props = { lang?: string | undefined } & ({ text: string } | { paragraphs: ReactNode[] })

/**
 * What a person wrote, each paragraph in its own direction: one may be Arabic and the next Swedish. Where something in it
 * is marked, it comes by paragraph.
 */
export function WrittenText({ lang, ...written }: Props) {
  const paragraphs = 'text' in written ? written.text.split(/\r?\n\s*\n/) : written.paragraphs
  return (
    <div lang={lang} className="flex flex-col gap-3">
      {paragraphs.map((paragraph, index) => (
        <p key={index} dir="auto" className="whitespace-pre-line break-words">
          {paragraph}
        </p>
      ))}
    </div>
  )
}
