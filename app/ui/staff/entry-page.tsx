import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { EntryAnswering, EntryHow, EntryWhat, EntryWhere } from './entry-fields.tsx'
import type { EntryForm, EntryReply } from './entry-form.ts'
import { ReadOut } from './read-out.tsx'

type Props = { parts: EntryForm; reply: EntryReply }

const fields = [
  ...(['kind', 'category', 'body', 'place', 'areaCode', 'placeNote'] as const),
  ...(['channel', 'interpretedFrom', 'language', 'contactEmail'] as const),
] as const

const labelKeys: Partial<Record<(typeof fields)[number], string>> = { areaCode: 'area' }

/** Where staff write down what somebody tells them, with what must be read out first beside it. */
export function EntryPage({ parts, reply }: Props) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(fields.map((name) => [name, t(`staff:entry.${labelKeys[name] ?? name}`)]))
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{t('staff:entry.title')}</h1>
        <p className="text-lg">{t('staff:entry.lead')}</p>
      </header>
      <ErrorSummary errors={reply.errors} labels={labels} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="lg:sticky lg:top-4 lg:order-2">
          <ReadOut texts={parts.readOut} />
        </div>
        <form id="form" method="post" action={paths.staffEnter()} noValidate className="flex flex-col gap-8">
          <input type="hidden" name="formToken" value={parts.formToken} />
          <EntryWhat parts={parts} reply={reply} />
          <EntryWhere parts={parts} reply={reply} />
          <EntryHow parts={parts} reply={reply} />
          <EntryAnswering parts={parts} reply={reply} />
          <div className="flex flex-col gap-3">
            <p className="text-ink-soft">{t('staff:entry.rights')}</p>
            <button type="submit" className="button self-start px-10">
              {t('staff:entry.submit')}
            </button>
          </div>
        </form>
      </div>
    </div>
  )
}
