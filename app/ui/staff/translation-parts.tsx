import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'

type BesideProps = { swedish: string | undefined; field?: string; children: React.ReactNode }

/** A translation with the Swedish beside it; where script runs, as it is written at the moment. */
export function BesideSwedish({ swedish = '', field = 'answer.sv', children }: BesideProps) {
  const { t } = useTranslation()
  const here = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string>()
  useEffect(() => {
    const form = here.current?.closest('form')
    const read = (event: Event) => {
      const { target } = event
      if (target instanceof HTMLTextAreaElement && target.name === field) setTyped(target.value)
    }
    form?.addEventListener('input', read)
    return () => form?.removeEventListener('input', read)
  }, [field])
  const text = typed ?? swedish
  return (
    <div ref={here} className="grid items-start gap-4 xl:grid-cols-2">
      <div className="flex flex-col gap-4">{children}</div>
      {text && (
        <div className="rounded-control bg-sunken p-4">
          <p className="text-sm font-bold text-ink-soft">{t('templates:older.swedish')}</p>
          <InLanguage as="p" text={{ text, lang: 'sv' }} className="break-words" />
        </div>
      )}
    </div>
  )
}

/** Lets the writer say that a translation still says what the Swedish says, though that has changed. */
export function StillRight({
  tag,
  older = false,
  checked,
}: {
  tag: string
  older?: boolean | undefined
  checked: boolean
}) {
  const { t } = useTranslation()
  return (
    <div>
      {older && <p className="font-bold text-sun">{t('templates:older.now')}</p>}
      <label className="flex min-h-[2.75rem] items-center gap-3">
        <input
          type="checkbox"
          name={`fresh.${tag}`}
          value="yes"
          defaultChecked={checked}
          className="h-5 w-5 shrink-0 accent-accent"
        />
        {t('templates:older.stillRight')}
      </label>
    </div>
  )
}
