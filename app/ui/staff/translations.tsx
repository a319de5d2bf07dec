import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { useSubmission } from './submission-context.ts'

type Props = {
  /** True when something in them is wrong or written already, so that it is not hidden. */
  open: boolean
  /** A language whose field stands elsewhere, beside the Swedish. */
  except?: string
  children: (language: { tag: Language; name: string }) => React.ReactNode
}

/** The fields for the other languages, folded away until they are wanted. */
export function Translations({ open, except, children }: Props) {
  const { t } = useTranslation()
  const { languages } = useSubmission()
  const others = languages.filter(({ tag }) => tag !== 'sv' && tag !== except)
  if (others.length === 0) return null
  return (
    <details open={open}>
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
        {t('staff:translations.title')}
      </summary>
      <p className="mb-4 text-ink-soft">{t('staff:translations.hint')}</p>
      <div className="flex flex-col gap-6">
        {others.map((language) => (
          <div key={language.tag} className="flex flex-col gap-4 border-s-4 border-line ps-4">
            {children(language)}
          </div>
        ))}
      </div>
    </details>
  )
}

/** True when a field of one of the other languages is wrong. */
export const wrongInOthers = (errors: Record<string, string>): boolean =>
  Object.keys(errors).some((field) => field.includes('.') && !field.endsWith('.sv'))
