import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'
import type { ListedCase } from './many-cases.tsx'

export type ShownText = { lang: string; text: string; name: string }

/** One of many cases, what its resident wrote, and what she is to read as the answer. */
export function ManyTexts({
  of: { ref, category, areaName, cameOn, body },
  texts,
}: {
  of: ListedCase
  texts: ShownText[]
}) {
  return (
    <>
      <p>
        <a href={paths.staffSubmission(ref)} className="font-bold">
          {category}, {areaName}
        </a>
        <span className="block text-sm text-ink-soft">
          <span dir="ltr">{ref}</span> · {cameOn}
        </span>
      </p>
      <p dir="auto" className="line-clamp-2 break-words border-s-4 border-voice ps-3">
        {body}
      </p>
      {texts.map(({ lang, name, text }) => (
        <div key={lang} className="rounded-control bg-sky-tint p-3">
          <p className="text-sm text-ink-soft">{name}</p>
          <InLanguage as="p" text={{ lang, text }} className="break-words" />
        </div>
      ))}
    </>
  )
}
