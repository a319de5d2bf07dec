import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'
import { Notice } from '../notice.tsx'
import { useSubmission } from './submission-context.ts'

type Props = { use: 'answer' | 'reply'; inserted: boolean }

/** The templates that fit, each inserted with one press: what was written stays, and the template stands below it. */
export function TemplateChoice({ use, inserted }: Props) {
  const { t } = useTranslation()
  const here = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    // Whoever has inserted a template reads it next.
    if (inserted) here.current?.closest('form')?.querySelector('textarea')?.focus()
  }, [inserted])
  const templates = useSubmission().templates?.[use] ?? []
  if (templates.length === 0) return null
  return (
    <>
      <details ref={here} className="rounded-control border border-line bg-sunken">
        <summary className="min-h-[2.75rem] cursor-pointer px-4 py-2.5 font-bold text-accent">
          {t('templates:offer')}
        </summary>
        <ul className="flex flex-col border-t border-line">
          {templates.map(({ id, name, by, text }) => (
            <li key={id} className="flex flex-col gap-2 border-b border-line p-4 last:border-b-0 sm:flex-row sm:gap-6">
              <div className="min-w-0 flex-1">
                <p dir="auto" className="break-words font-bold">
                  {name}
                </p>
                {by && <p className="break-words text-sm">{t('templates:suggested.by', { rule: by })}</p>}
                <InLanguage as="p" text={{ text, lang: 'sv' }} className="line-clamp-3 break-words text-ink-soft" />
              </div>
              <button
                type="submit"
                name="insert"
                value={id}
                formNoValidate
                className="button-quiet shrink-0 self-start"
              >
                {t('templates:insert')} <span className="sr-only">{name}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
      {inserted && (
        <Notice tone="done" role="status">
          {t('templates:inserted')}
        </Notice>
      )}
    </>
  )
}
