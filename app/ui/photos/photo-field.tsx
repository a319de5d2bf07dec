import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DefaultButton, KeepButton, PhotoChooser } from './photo-chooser.tsx'
import { RefusedPhotos } from './refused-photos.tsx'
import type { ListedPhoto } from './send-photo.ts'
import { UploadRow } from './upload-row.tsx'
import { useHeldForm } from './use-held-form.ts'
import { useUploads } from './use-uploads.ts'
import { WaitingPhoto } from './waiting-photo.tsx'

type Props = {
  /** The photos that wait under the form's token already; undefined when that is not known, and script has to ask. */
  waiting: readonly ListedPhoto[] | undefined
  /** A code of the catalogue `errors`, and a line with code and name for each file that was refused. */
  error: string | undefined
  refusedName: string | undefined
  /** The token of the form, as its hidden field has it. */
  formToken: string
  /** Where script sends photos by themselves: `paths.submitPhotos`. */
  uploadTo: string
}

/**
 * Photos to a form whose `encType` is multipart. Without script they are sent with the form; with it each is sent as
 * soon as it is chosen, and the form waits for those on their way.
 */
export function PhotoField({ error, refusedName, ...given }: Props) {
  const { t } = useTranslation()
  const control = useRef<HTMLInputElement>(null)
  const [live, setLive] = useState(false)
  const { photos, uploads, said, add, again, cancel, remove } = useUploads(given)
  const failed = uploads.some(({ problem }) => problem !== undefined)
  const isHeld = useHeldForm(
    control,
    uploads.some(({ problem }) => problem === undefined),
    failed,
  )

  /** What is sent now is not sent with the form again. */
  const take = () => {
    const files = [...(control.current?.files ?? [])]
    if (control.current) control.current.value = ''
    if (files.length > 0) add(files)
  }
  useEffect(() => {
    setLive(true)
    // Chosen before the script had come.
    take()
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const removeAndGoBack = (id: string) => void remove(id).then(() => control.current?.focus())

  return (
    <fieldset className="flex min-w-0 max-w-text flex-col gap-3" aria-describedby={error ? 'photos-error' : undefined}>
      <legend className="mb-1 text-xl font-bold">
        {t('photos:title')} <span className="text-base font-normal text-ink-soft">{t('common:optional')}</span>
      </legend>
      <p className="text-ink-soft">{t('photos:hint')}</p>
      <p className="text-ink-soft">{t('photos:care')}</p>
      {error && <RefusedPhotos error={error} refused={refusedName} />}
      {!live && <DefaultButton />}
      {photos.length > 0 && (
        <ul aria-label={t('photos:waiting.title')} className="flex flex-col gap-2">
          {photos.map((photo, index) => (
            <WaitingPhoto
              key={photo.id}
              photo={photo}
              number={index + 1}
              onRemove={live ? removeAndGoBack : undefined}
            />
          ))}
        </ul>
      )}
      {uploads.length > 0 && (
        <ul className="flex flex-col gap-2">
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} onCancel={cancel} onAgain={again} />
          ))}
        </ul>
      )}
      <PhotoChooser control={control} wrong={error !== undefined} onChange={live ? take : undefined} />
      <noscript>
        <KeepButton />
      </noscript>
      <p role="status" className={isHeld ? 'font-bold' : 'sr-only'}>
        {isHeld ? t('photos:upload.held') : said}
      </p>
    </fieldset>
  )
}
