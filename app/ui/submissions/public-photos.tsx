import { useTranslation } from 'react-i18next'

export type PublicPhoto = { src: string; width: number; height: number; alt: { text: string; lang: string } }

/** The photos that staff have chosen to show with a submission, each in its public version; each opens whole. */
export function PublicPhotos({ photos }: { photos: readonly PublicPhoto[] }) {
  const { t } = useTranslation()
  if (photos.length === 0) return null
  return (
    <div className="flex max-w-text flex-col gap-2">
      <ul aria-label={t('submissions:photos.title')} className={photos.length > 1 ? 'grid gap-3 sm:grid-cols-2' : ''}>
        {photos.map(({ src, width, height, alt }) => (
          <li key={src}>
            <a href={src} className="flex justify-center overflow-hidden rounded-control border border-line bg-sunken">
              <img
                src={src}
                width={width}
                height={height}
                loading="lazy"
                decoding="async"
                alt={alt.text}
                lang={alt.lang}
                className="h-auto max-h-[28rem] w-auto max-w-full object-contain"
              />
            </a>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft">{t('submissions:photos.note')}</p>
    </div>
  )
}
