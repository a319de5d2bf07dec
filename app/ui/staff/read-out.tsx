import { useTranslation } from 'react-i18next'
import type { EntryForm } from './entry-form.ts'

/** What a person must know before she tells us something, to be read out: in Swedish, and in the other languages. */
export function ReadOut({ texts }: { texts: EntryForm['readOut'] }) {
  const { t } = useTranslation()
  const [swedish, ...others] = texts
  return (
    <section
      aria-labelledby="read-out"
      className="flex flex-col gap-4 rounded-card border-s-[6px] border-sun bg-sun-tint p-5"
    >
      <h2 id="read-out" className="text-xl sm:text-xl">
        {t('staff:entry.read')}
      </h2>
      <p>{t('staff:entry.readHint')}</p>
      {swedish && <Lines text={swedish} />}
      {others.map((text) => (
        <details key={text.tag} className="border-t border-line-strong">
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
            {t('staff:entry.readIn', { language: t(`staff:language.${text.tag}`) })}
          </summary>
          {!text.reviewed && <p className="mb-3 text-ink-soft">{t('staff:entry.unreviewed')}</p>}
          <Lines text={text} />
        </details>
      ))}
    </section>
  )
}

function Lines({ text: { tag, dir, lines } }: { text: EntryForm['readOut'][number] }) {
  return (
    <ul lang={tag} dir={dir} className="flex list-disc flex-col gap-2 ps-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
