import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import type { ShownChange } from './rule-fields.ts'
import { RulePart } from './rule-part.tsx'
import { TrialCard } from './trial-card.tsx'

type Props = {
  title: string
  verb: string
  address: string
  change: ShownChange
  /** The rules were changed by somebody else since it was tried. */
  isStale: boolean
}

/** What would have come of moving, ending or taking up a rule, before it is done. */
export function ChangePage({ title, verb, address, change: { mark, found, elsewhere, ways, tried }, isStale }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-[46rem] flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffRules()}>
          {t('rules:form.back')}
        </a>
      </p>
      <header className="flex max-w-text flex-col gap-2">
        <h1 className="break-words">{title}</h1>
        <p className="text-lg">{t(`rules:change.lead.${verb}`)}</p>
      </header>
      {isStale && (
        <Notice tone="wait" role="alert">
          {t('rules:change.stale')}
        </Notice>
      )}
      <TrialCard
        {...{ found, tried }}
        note={t('rules:change.onlyNew')}
        act={
          <form method="post" action={address} className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <input type="hidden" name="tried" value={mark} />
            <button type="submit" className="button px-10">
              {t(`rules:verb.${verb}`)}
            </button>
            <a className="inline-flex min-h-[2.75rem] items-center" href={paths.staffRules()}>
              {t('rules:form.cancel')}
            </a>
          </form>
        }
      >
        {elsewhere && <p>{elsewhere}</p>}
        {ways.length > 0 && (
          <ul className="flex flex-col gap-3">
            {ways.map(({ key, ...way }) => (
              <Way key={key} {...way} />
            ))}
          </ul>
        )}
      </TrialCard>
    </div>
  )
}

/** How many would have gone from where to where. */
function Way({ count, from, to }: Omit<ShownChange['ways'][number], 'key'>) {
  const { t } = useTranslation()
  return (
    <li className="rounded-control bg-paper p-4">
      <p className="pb-2 font-bold">{count}</p>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <RulePart name={t('rules:way.now')} rule={from.name ?? t('rules:way.noRule')} lines={from.does} />
        <RulePart name={t('rules:way.then')} rule={to.name ?? t('rules:way.noRule')} lines={to.does} />
      </dl>
    </li>
  )
}
