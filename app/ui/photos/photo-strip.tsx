import { useTranslation } from 'react-i18next'

/** A photo as it is shown: where it is fetched, and its size in pixels. */
export type StripPhoto = { src: string; width: number; height: number }

type Props<Photo> = {
  photos: readonly Photo[]
  /** What stands under each. */
  renderBelow?: (photo: Photo, number: number) => React.ReactNode
}

/** The photos that came with a text, small and side by side; each opens whole. Nothing where there is none. */
export function PhotoStrip<Photo extends StripPhoto>({ photos, renderBelow }: Props<Photo>) {
  const { t } = useTranslation()
  if (photos.length === 0) return null
  return (
    <ul aria-label={t('photos:strip.title')} className="grid max-w-text grid-cols-2 gap-2 sm:grid-cols-3">
      {photos.map((photo, index) => (
        <li key={photo.src} className="flex flex-col gap-1.5">
          <a href={photo.src} className="block overflow-hidden rounded-control border border-line bg-sunken">
            <img
              src={photo.src}
              width={photo.width}
              height={photo.height}
              loading="lazy"
              decoding="async"
              alt={t('photos:strip.alt', { number: index + 1, all: photos.length })}
              className="aspect-[4/3] h-auto w-full object-cover"
            />
          </a>
          {renderBelow?.(photo, index + 1)}
        </li>
      ))}
    </ul>
  )
}
