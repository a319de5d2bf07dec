import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { EmailField } from '../email-field.tsx'
import { DoneNotice } from './done-notice.tsx'

export type ShownBell = { state: 'waits' | 'rings'; text: string }

type Props = {
  language: Language
  /** The address that is told of news; none when none was left. */
  bell: ShownBell | undefined
  form: { email: string | undefined; error: string | undefined }
  done: string | null
}

/** The bell: leave an address, change it, take it away. */
export function BellForm({ language, bell, form, done }: Props) {
  const { t } = useTranslation()
  return (
    <section id="bell" aria-labelledby="bell-title" className="flex flex-col gap-3 rounded-card bg-sunken p-5">
      <h2 id="bell-title">{t('follow:bell.title')}</h2>
      <DoneNotice what={['bell-asked', 'bell-withdrawn']} done={done} />
      <p className="[overflow-wrap:anywhere]">{bell ? bell.text : t('follow:bell.none')}</p>
      {bell && (
        <form method="post" action={paths.followVerb(language, 'withdraw')}>
          <button type="submit" className="button-quiet">
            {t('follow:bell.withdraw')}
          </button>
        </form>
      )}
      {bell ? (
        <details open={form.email !== undefined || undefined}>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold">{t('follow:bell.change')}</summary>
          <Address {...{ language, form }} />
        </details>
      ) : (
        <Address {...{ language, form }} />
      )}
    </section>
  )
}

function Address({ language, form: { email, error } }: Pick<Props, 'language' | 'form'>) {
  const { t } = useTranslation()
  return (
    <form method="post" action={paths.followVerb(language, 'bell')} noValidate className="flex flex-col gap-3">
      <EmailField name="email" label={t('follow:bell.label')} error={error} value={email} required />
      <button type="submit" className="button-quiet self-start">
        {t('follow:bell.save')}
      </button>
    </form>
  )
}
