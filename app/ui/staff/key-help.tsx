import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScript } from '../use-script.ts'
import { keysAreOn, turnKeys } from './keys-choice.ts'
import { keys, type Acts, type KeyPage } from './keys.ts'
import { useKeys } from './use-keys.ts'

type Props<Page extends KeyPage> = { page: Page; acts: Acts<Page> }

/** The keys of a page: what they do, the list of them behind a button and behind `?`, and the switch that turns them off. */
export function KeyHelp<Page extends KeyPage>({ page, acts }: Props<Page>) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const runs = useScript()
  // Known from the first moment on: a key that is turned off does nothing on the next page either. Where no script runs
  // nothing is drawn of it.
  const [on, setOn] = useState(() => typeof document === 'undefined' || keysAreOn())
  const [shown, show] = useState(false)
  useEffect(() => {
    if (shown) dialog.current?.showModal()
  }, [shown])
  const own = Object.entries<string>(keys[page]).flatMap(([name, key]) => {
    const act = acts[name as keyof Acts<Page>]
    return act ? [{ name, key, act }] : []
  })
  const help = () => show(true)
  useKeys(Object.fromEntries([...own.map(({ key, act }) => [key, act]), ['?', help]]), on)
  if (!runs) return null
  return (
    <>
      <button
        type="button"
        onClick={help}
        aria-haspopup="dialog"
        aria-keyshortcuts={on ? '?' : undefined}
        className="min-h-[2.75rem] font-bold text-accent underline underline-offset-4"
      >
        {t('keys:open')}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        onClose={() => show(false)}
        className="w-[min(32rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-5 text-ink shadow-card backdrop:bg-black/50 sm:p-6"
      >
        <h2 id="keys-title">{t('keys:title')}</h2>
        <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
          {own.map(({ name, key }) => (
            <KeyLine key={name} keys={[key]} does={t(`keys:${page}.${name}`)} />
          ))}
          {page === 'queue' && <KeyLine keys={['↓', '↑']} does={t('keys:arrows')} />}
          <KeyLine keys={['Ctrl', 'Enter']} does={t('keys:send')} />
          <KeyLine keys={['Esc']} does={t('keys:leave')} />
          <KeyLine keys={['?']} does={t('keys:help')} />
        </dl>
        <p className="mt-4 text-ink-soft">{t('keys:hint')}</p>
        <label className="mt-2 flex min-h-[2.75rem] items-center gap-3 font-bold">
          <input
            type="checkbox"
            className="h-5 w-5 shrink-0 accent-accent"
            checked={on}
            onChange={({ currentTarget }) => {
              turnKeys(currentTarget.checked)
              setOn(currentTarget.checked)
            }}
          />
          {t('keys:use')}
        </label>
        <p className="mt-4">
          <button type="button" className="button-quiet" onClick={() => dialog.current?.close()}>
            {t('keys:close')}
          </button>
        </p>
      </dialog>
    </>
  )
}

function KeyLine({ keys: shown, does }: { keys: string[]; does: string }) {
  return (
    <>
      <dt className="flex gap-1">
        {shown.map((key) => (
          <kbd
            key={key}
            className="min-w-[2rem] rounded-control border border-line-strong bg-sunken px-2 py-0.5 text-center font-bold"
          >
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  )
}
