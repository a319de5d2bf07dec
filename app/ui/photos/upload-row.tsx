import { useTranslation } from 'react-i18next'
import type { Upload } from './use-uploads.ts'

type Props = { upload: Upload; onCancel: (upload: Upload) => void; onAgain: (upload: Upload) => void }

/** A photo on its way, with how far it has come; or why it did not get there. */
export function UploadRow(props: Props) {
  return props.upload.problem === undefined ? <OnItsWay {...props} /> : <NotThere {...props} />
}

/** As high as the photo that takes its place: nothing below moves away under a finger when it has come. */
function OnItsWay({ upload, onCancel }: Props) {
  const { t } = useTranslation()
  const { name } = upload.file
  return (
    <li className="flex items-center gap-4 rounded-control border border-line bg-surface p-2.5">
      <span aria-hidden="true" className="h-16 w-16 flex-none rounded-control bg-sunken" />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p dir="auto" className="truncate font-bold">
          {name}
        </p>
        <progress
          max={100}
          value={upload.percent}
          aria-label={`${t('photos:upload.going')}: ${name}`}
          className="h-3 w-full appearance-none overflow-hidden rounded-full border-0 bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
      </div>
      <button
        type="button"
        className="button-quiet flex-none px-4"
        aria-label={t('photos:upload.cancelOne', { name })}
        onClick={() => onCancel(upload)}
      >
        {t('photos:upload.cancel')}
      </button>
    </li>
  )
}

function NotThere({ upload, onCancel, onAgain }: Props) {
  const { t } = useTranslation()
  const { problem, canTryAgain } = upload
  const { name } = upload.file
  return (
    <li className="flex flex-col gap-2 rounded-control border border-danger bg-surface p-3">
      <p dir="auto" className="truncate font-bold">
        {name}
      </p>
      <p className="text-danger">{problem}</p>
      <p className="flex flex-wrap gap-3">
        {canTryAgain && (
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
          aria-label={t('photos:upload.dropOne', { name })}
          onClick={() => onCancel(upload)}
        >
          {t('photos:upload.drop')}
        </button>
      </p>
    </li>
  )
}
