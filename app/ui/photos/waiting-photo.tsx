import { useTranslation } from 'react-i18next'
import type { ListedPhoto } from './send-photo.ts'

type Props = {
  photo: ListedPhoto
  number: number
  /** Set where script takes it away; without, the button sends the form, which then does only that. */
  onRemove?: ((id: string) => void) | undefined
}

/** A photo that waits with the form, and the button that takes it away. */
export function WaitingPhoto({ photo, number, onRemove }: Props) {
  const { t } = useTranslation()
  const { id, thumbnail, size } = photo
  return (
    <li className="flex items-center gap-4 rounded-control border border-line bg-surface p-2.5">
      <img src={thumbnail} alt="" width={64} height={64} className="h-16 w-16 flex-none rounded-control object-cover" />
      <p className="min-w-0 flex-1 leading-snug">
        <span className="block font-bold">{t('photos:waiting.name', { number })}</span>
        <span className="text-ink-soft">{size}</span>
      </p>
      <button
        type={onRemove ? 'button' : 'submit'}
        name="removePhoto"
        value={id}
        formNoValidate
        onClick={onRemove && (() => onRemove(id))}
        aria-label={t('photos:waiting.removeOne', { number })}
        className="button-quiet flex-none px-4"
      >
        {t('photos:waiting.remove')}
      </button>
    </li>
  )
}
