import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'

/** Says, where it was done, that it is done. */
export function DoneNotice({ what, done }: { what: readonly string[]; done: string | null }) {
  const { t } = useTranslation()
  if (done === null || !what.includes(done)) return null
  return (
    <Notice tone="done" role="status">
      <p className="font-bold">{t(`follow:done.${done}`)}</p>
    </Notice>
  )
}
