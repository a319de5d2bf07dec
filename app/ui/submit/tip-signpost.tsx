import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import { DangerBox } from './danger-box.tsx'
import { OtherWays } from './other-ways.tsx'

type Props = {
  language: Language
  title: string
  /** What was typed into a form that was opened while tips were taken; undefined where nothing was posted. */
  unsent: string | undefined
}

/** Where a tip about a crime goes while the portal takes none: to the police's own channels. */
export function TipSignpost({ language, title, unsent }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p className="text-lg">{t('submit:tip.lead')}</p>
      </header>
      {unsent !== undefined && <Unsent text={unsent} />}
      <section className="card flex max-w-text flex-col gap-4 border-t-[6px] border-t-sky">
        <p className="flex flex-wrap gap-3">
          <a className="button w-full text-lg sm:w-auto" href="tel:11414">
            {t('submit:tip.call')}
          </a>
          <a className="button-quiet w-full sm:w-auto" href="https://polisen.se" rel="noreferrer">
            {t('submit:tip.web')}
          </a>
        </p>
        <p>{t('submit:tip.suspect')}</p>
        <p>{t('submit:tip.kept')}</p>
      </section>
      <DangerBox />
      <section className="flex max-w-text flex-col gap-3">
        <p>{t('submit:tip.prevent')}</p>
        <p>
          <a href={paths.submitKind(language, 'concern')}>{t('submit:tip.toConcern')}</a>
        </p>
      </section>
      <OtherWays />
    </div>
  )
}

/** Says that nothing was sent, and shows all that was typed, to be copied. */
function Unsent({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <section className="flex max-w-text flex-col gap-4">
      <Notice tone="danger" role="alert">
        {t('errors:field.tips-closed')}
      </Notice>
      {text && (
        <div className="flex flex-col gap-1.5">
          <label htmlFor="unsent" className="font-bold">
            {t('submit:tip.unsent')}
          </label>
          <p id="unsent-hint" className="text-ink-soft">
            {t('submit:tip.unsentHint')}
          </p>
          <textarea
            id="unsent"
            readOnly
            rows={10}
            dir="auto"
            aria-describedby="unsent-hint"
            defaultValue={text}
            className="control"
          />
        </div>
      )}
    </section>
  )
}
