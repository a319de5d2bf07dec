import { useTranslation } from 'react-i18next'
import type { Said } from './use-said.ts'

const parts = ['category', 'body', 'place'] as const

/** Stays in view while the form is one page: the parts that must be there, and which of them are filled in. */
export function FlowProgress({ done }: { done: Said['done'] }) {
  const { t } = useTranslation()
  return (
    <ol
      aria-label={t('submit:flow.label')}
      className="sticky top-0 z-20 -mx-4 flex gap-2 border-b border-line bg-paper px-4 py-2 sm:mx-0 sm:px-0"
    >
      {parts.map((part) => (
        <li key={part} className="flex flex-1 flex-col gap-1">
          <span className="flex items-center gap-1.5 text-sm font-bold">
            {t(`submit:part.${part}`)}
            {done[part] && <Done />}
          </span>
          <span aria-hidden="true" className={`h-1.5 rounded-full ${done[part] ? 'bg-accent' : 'bg-line'}`} />
        </li>
      ))}
    </ol>
  )
}

function Done() {
  const { t } = useTranslation()
  return (
    <>
      <svg viewBox="0 0 16 16" aria-hidden="true" className="h-3.5 w-3.5 fill-none stroke-accent" strokeWidth="2.5">
        <path d="M2.5 8.5 6.5 12.5 13.5 4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <span className="sr-only">{t('submit:flow.done')}</span>
    </>
  )
}
