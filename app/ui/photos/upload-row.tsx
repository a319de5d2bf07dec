import { useTranslation } from 'react-i18next'
import type { Upload } from './use-uploads.ts'

type Props = { upload: Upload; onCancel: (upload: Upload) => void; onAgain: (upload: Upload) => void }

/** A photo on its way, with how far it has come; or why it did not get there. */
export function UploadRow({ upload, onCancel, onAgain }: Props) {
  const { t } = useTranslation()
  const { file, percent, problem, canTryAgain } = upload
  const { name } = file
  const failed = problem !== undefined
  return (
    <li
      className={`flex flex-col gap-2 rounded-control border bg-surface p-3 ${failed ? 'border-danger' : 'border-line'}`}
    >
      <p dir="auto" className="truncate font-bold">
        {name}
      </p>
      {failed ? (
        <p className="text-danger">{problem}</p>
      ) : (
        <progress
          max={100}
          value={percent}
          aria-label={`${t('photos:upload.going')}: ${name}`}
          className="h-3 w-full appearance-none overflow-hidden rounded-full border-0 bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
      )}
      <p className="flex flex-wrap gap-3">
        {canTryAgain && failed && (
          <button
            type="button"
            className="button"
            aria-label={t('photos:upload.againOne', { name })}
            onClick={() => onAgain(upload)}
          >
            {t('photos:upload.again')}
          </button>
        )}
        <button
          type="button"
          className="button-quiet"
          aria-label={t(failed ? 'photos:upload.dropOne' : 'photos:upload.cancelOne', { name })}
          onClick={() => onCancel(upload)}
        >
          {t(failed ? 'photos:upload.drop' : 'photos:upload.cancel')}
        </button>
      </p>
    </li>
  )
}
