type Props = { text: string; lang?: string | undefined }

/** What a person wrote, each paragraph in its own direction: one may be Arabic and the next Swedish. */
export function WrittenText({ text, lang }: Props) {
  return (
    <div lang={lang} className="flex flex-col gap-3">
      {text.split(/\r?\n\s*\n/).map((paragraph, index) => (
        <p key={index} dir="auto" className="whitespace-pre-line break-words">
          {paragraph}
        </p>
      ))}
    </div>
  )
}
