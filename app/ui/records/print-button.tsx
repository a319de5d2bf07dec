import { useTranslation } from 'react-i18next'
import { useScript } from '../use-script.ts'

/** Prints the page; without script the browser's own menu does. */
export function PrintButton() {
  const { t } = useTranslation()
  if (!useScript()) return null
  return (
    <button type="button" className="button-quiet no-print" onClick={() => window.print()}>
      {t('records:print')}
    </button>
  )
}
