import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'
import { Notice } from '../notice.tsx'
import type { ListedCase } from './many-cases.tsx'

export type PreviewedCase = ListedCase & { texts: { lang: string; text: string; name: string }[] }

type Props = {
  preview: { cases: PreviewedCase[]; mark: string; missing: string[] }
  values: Record<string, string>
  /** What the list was narrowed to, so that it is so again when something is changed. */
  narrowedTo: string
}

/** What each case would be answered, and the button that answers all of them. */
export function ManyPreview({ preview: { cases, mark, missing }, values, narrowedTo }: Props) {
  const { t } = useTranslation()
  const { go: _, seen: __, insert: ___, ...kept } = values
  const hidden = { ...kept, ref: cases.map(({ ref }) => ref).join(','), seen: mark }
  return (
    <section aria-labelledby="preview" className="flex flex-col gap-5">
      <h2 id="preview">{t('templates:many.previewTitle')}</h2>
      {missing.length > 0 && <Notice tone="wait">{t('templates:many.missing', { refs: missing.join(', ') })}</Notice>}
      <ul className="grid items-start gap-4 md:grid-cols-2">
        {cases.map(({ ref, category, areaName, cameOn, body, texts }) => (
          <li key={ref} className="card flex flex-col gap-3">
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
          </li>
        ))}
      </ul>
      <form method="post" action={paths.staffAnswerMany(narrowedTo)} className="flex flex-wrap gap-3">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {cases.length > 0 && (
          <button type="submit" name="go" value="send" className="button">
            {t('templates:many.send')}
          </button>
        )}
        <button type="submit" name="go" value="change" className="button-quiet">
          {t('templates:many.change')}
        </button>
      </form>
    </section>
  )
}
