import { useTranslation } from 'react-i18next'

/** A field that no person sees or reaches: what fills it in is a machine. Its label says so to whoever finds it. */
export function Honeypot({ value }: { value: string | undefined }) {
  const { t } = useTranslation()
  return (
    <div aria-hidden="true" className="absolute -start-[9999px] top-0 h-px w-px overflow-hidden">
      <label htmlFor="website">{t('submit:website')}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" defaultValue={value} />
    </div>
  )
}
