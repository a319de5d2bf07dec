import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { control: RefObject<HTMLInputElement | null>; wrong: boolean; onChange?: (() => void) | undefined }

/** Where photos are chosen. What it accepts makes a phone turn its own kind of photo into one of these. */
export function PhotoChooser({ control, wrong, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor="photos" className="font-bold">
        {t('photos:choose')}
      </label>
      <input
        ref={control as RefObject<HTMLInputElement>}
        type="file"
        id="photos"
        name="photos"
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? 'photos-error' : undefined}
        onChange={onChange}
        className="control cursor-pointer ps-2.5 file:me-3 file:min-h-[2.25rem] file:cursor-pointer file:rounded-control file:border-0 file:bg-accent-tint file:px-4 file:font-bold file:text-accent"
      />
    </div>
  )
}

/** Without script: uploads what was chosen and shows the form again, so that more can be chosen. */
export function KeepButton() {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-1.5">
      <button type="submit" name="keepPhotos" value="yes" formNoValidate className="button-quiet self-start">
        {t('photos:keep')}
      </button>
      <p className="text-ink-soft">{t('photos:keepHint')}</p>
    </div>
  )
}

/** What Enter in a field of the form presses, where the buttons that take photos away would else come first. */
export const DefaultButton = () => <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
