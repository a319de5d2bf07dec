import { useTranslation } from 'react-i18next'

/** A photo as it is shown: where it is fetched, and its size in pixels. */
export type StripPhoto = { src: string; width: number; height: number }

/** The photos that came with a text, small and side by side; each opens whole. Nothing where there is none. */
export function PhotoStrip({ photos }: { photos: readonly StripPhoto[] }) {
  const { t } = useTranslation()
  if (photos.length === 0) return null
  return (
    <ul aria-label={t('photos:strip.title')} className="grid max-w-text grid-cols-2 gap-2 sm:grid-cols-3">
      {photos.map(({ src, width, height }, index) => (
        <li key={src}>
          <a href={src} className="block overflow-hidden rounded-control border border-line bg-sunken">
            <img
              src={src}
              width={width}
              height={height}
              loading="lazy"
              decoding="async"
              alt={t('photos:strip.alt', { number: index + 1, all: photos.length })}
              className="aspect-[4/3] h-auto w-full object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
