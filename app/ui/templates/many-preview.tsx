import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import type { ListedCase } from './many-cases.tsx'
import { ManyTexts, type ShownText } from './many-texts.tsx'

type PreviewedCase = ListedCase & { texts: ShownText[] }

export type Preview = {
  cases: PreviewedCase[]
  seen: string
  missing: string[]
  audience: 'public' | 'resident'
  /** When they are given, in words; undefined for now. */
  when: string | undefined
  /** Whether a second person reads them first. */
  second: boolean
}

type Props = {
  preview: Preview
  values: Record<string, string>
  /** Where it is posted to: the page with the same list. */
  here: string
}

/** What each case would be answered, each of which can be left out, and the button that answers all the others. */
export function ManyPreview({ preview, values, here }: Props) {
  const { t } = useTranslation()
  const { cases, seen, missing, audience, when, second } = preview
  const { go: _, seen: __, insert: ___, ref: ____, ...kept } = values
  return (
    <form method="post" action={here} aria-labelledby="preview" className="flex flex-col gap-5">
      <h2 id="preview">{t('templates:many.previewTitle')}</h2>
      <div className="flex max-w-text flex-col gap-1">
        <p>
          {t('staff:answer.for')}: <b>{t(`staff:answer.audience.${audience}`)}</b>
        </p>
        {when && <p>{when}</p>}
      </div>
      {second && <Notice tone="wait">{t('templates:many.second')}</Notice>}
      {missing.length > 0 && <Notice tone="wait">{t('templates:many.missing', { refs: missing.join(', ') })}</Notice>}
      {Object.entries({ ...kept, seen }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ul className="grid items-start gap-4 md:grid-cols-2">
        {cases.map((one) => (
          <li key={one.ref} className="card flex flex-col gap-3">
            <ManyTexts of={one} texts={one.texts} />
            <label className="flex min-h-[2.75rem] items-center gap-3 border-t border-line pt-2 font-bold">
              <input
                type="checkbox"
                name="ref"
                value={one.ref}
                defaultChecked
                className="h-6 w-6 shrink-0 accent-accent"
              />
              <span>
                {t('templates:many.gets')} <span className="sr-only">{one.ref}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className="max-w-text text-ink-soft">{t('templates:many.leaveOut')}</p>
      <div className="flex flex-wrap gap-3">
        {cases.length > 0 && (
          <button type="submit" name="go" value="send" className="button">
            {t(second ? 'templates:many.ask' : when ? 'templates:many.plan' : 'templates:many.send')}
          </button>
        )}
        <button type="submit" name="go" value="change" className="button-quiet">
          {t('templates:many.change')}
        </button>
      </div>
    </form>
  )
}
