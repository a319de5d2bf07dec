import { useTranslation } from 'react-i18next'
import type { PhotoState } from '#db/schema/photos.ts'
import { PhotoStateMark } from '../photos/photo-state-mark.tsx'
import { PhotoStrip, type StripPhoto } from '../photos/photo-strip.tsx'

/** `edit`: where it is made ready for the public, for who may do that. */
type StaffPhoto = StripPhoto & { state: PhotoState; edit: string | undefined }

/** The photos that came with a text, each with who sees it. */
export function StaffPhotoStrip({ photos }: { photos: readonly StaffPhoto[] }) {
  const { t } = useTranslation()
  return (
    <PhotoStrip
      photos={photos}
      renderBelow={({ state, edit }, number) => (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <PhotoStateMark state={state} />
          {edit && (
            <a
              href={edit}
              aria-label={t('photo-editor:strip.editOne', { number })}
              className="inline-flex min-h-[2.75rem] items-center"
            >
              {t('photo-editor:strip.edit')}
            </a>
          )}
        </span>
      )}
    />
  )
}
