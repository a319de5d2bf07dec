import { useTranslation } from 'react-i18next'
import { FileLink } from './file-link.tsx'
import { FigureTable } from './figure-table.tsx'
import type { ToldTable } from './told.ts'

type Props = {
  id: string
  title: string
  hint?: string | undefined
  /** The address of the same figures as a file. */
  file: string
  /** Drawn as a table too, where the chart is none itself. */
  table?: ToldTable | undefined
  wide?: boolean
  /** In words: what is not shown. */
  rest?: string | undefined
  children: React.ReactNode
}

/** A chart under its heading, with the same figures as a table and as a file. */
export function FigureCard({ id, title, hint, file, table, rest, wide = false, children }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby={id} className={`card flex min-w-0 flex-col gap-4 ${wide ? 'lg:col-span-2' : ''}`}>
      <div className="flex flex-col gap-1">
        <h2 id={id} className="text-xl sm:text-xl">
          {title}
        </h2>
        {hint && <p className="text-ink-soft">{hint}</p>}
      </div>
      {children}
      {rest && <p className="text-sm text-ink-soft">{rest}</p>}
      <div className="mt-auto flex flex-col gap-1 text-sm">
        {table && (
          <details>
            <summary className="inline-flex min-h-[2.75rem] cursor-pointer items-center font-bold text-accent underline underline-offset-4">
              {t('insights:asTable')}
            </summary>
            <FigureTable table={table} caption={title} />
          </details>
        )}
        <FileLink {...{ file, title }} />
      </div>
    </section>
  )
}
