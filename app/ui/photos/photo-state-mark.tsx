import { useTranslation } from 'react-i18next'
import type { PhotoState } from '#db/schema/photos.ts'

const tones: Record<PhotoState, string> = {
  internal: 'border-line-strong bg-sunken text-ink',
  public: 'border-accent bg-accent-tint text-ink',
  withheld: 'border-danger bg-danger-tint text-ink',
}

/** Who sees a photo, in one word. */
export function PhotoStateMark({ state }: { state: PhotoState }) {
  const { t } = useTranslation()
  return (
    <b className={`inline-flex rounded-full border px-3 py-0.5 text-sm ${tones[state]}`}>
      {t(`photo-editor:mark.${state}`)}
    </b>
  )
}
