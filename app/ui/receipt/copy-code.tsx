import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScript } from '../use-script.ts'

type Props = { code: string; /** The id of the element that shows the code. */ shownIn: string }

/** Copies the code where script runs, and says whether it could; without, the code is marked whole by one tap on it. */
export function CopyCode({ code, shownIn }: Props) {
  const { t } = useTranslation()
  const [result, setResult] = useState<'copied' | 'failed'>()
  if (!useScript()) return null
  return (
    <div className="no-print flex flex-col gap-2">
      <button
        type="button"
        className="button-quiet self-start bg-surface"
        onClick={() => void copy(code, shownIn).then((copied) => setResult(copied ? 'copied' : 'failed'))}
      >
        {t('receipt:copy.button')}
      </button>
      <p role="status" className="font-bold">
        {result === 'copied' && <span aria-hidden="true">✓ </span>}
        {result && t(`receipt:copy.${result}`)}
      </p>
    </div>
  )
}

/** By the clipboard; where a browser keeps it from us, by marking the code, which stays marked if that fails too. */
async function copy(code: string, shownIn: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined
  const copied = await clipboard?.writeText(code).then(
    () => true,
    () => false,
  )
  if (copied) return true
  const shown = document.getElementById(shownIn)
  if (shown) getSelection()?.selectAllChildren(shown)
  return document.execCommand('copy')
}
