import { useTranslation } from 'react-i18next'
import { FieldError } from '../field.tsx'

type Props = {
  /** A code of the catalogue `errors`: why the first file was refused. */
  error: string
  /** A line for each file that was refused: its code and its name. */
  refused: string | undefined
}

/** Which files could not be taken, each with its reason. */
export function RefusedPhotos({ error, refused }: Props) {
  const { t } = useTranslation()
  const files = (refused ?? '').split('\n').flatMap(readLine)
  return (
    <div className="flex flex-col gap-2 rounded-control border-2 border-danger bg-danger-tint p-3">
      {files.length === 0 && <FieldError name="photos" code={error} />}
      {files.length > 0 && (
        <div id="photos-error">
          <p>{t('photos:refused')}</p>
          <ul className="mt-1 flex flex-col gap-1.5">
            {files.map(({ name, code }, index) => (
              <li key={index}>
                <bdi className="font-bold [overflow-wrap:anywhere]">{name}</bdi>
                <span className="block text-danger">{t(`errors:field.${code}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{t('photos:kept')}</p>
    </div>
  )
}

/** A code has no space in it; what follows the first is the name. */
function readLine(line: string): { name: string; code: string }[] {
  const cut = line.indexOf(' ')
  const [code, name] = [line.slice(0, cut), line.slice(cut + 1)]
  return cut > 0 && name.trim() ? [{ name, code }] : []
}
