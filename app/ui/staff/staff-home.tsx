import { useTranslation } from 'react-i18next'
import type { Role } from '#db/schema/staff.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** What waits of tips, for who can open them. */
export type WaitingTips = { title: string; counts: { count: string; label: string }[] }

type Props = {
  name: string
  role: Role
  signsAs: string
  /** The areas that she is limited to, in words; nothing when she is not. */
  areas: string
  reads: boolean
  handles: boolean
  enters: boolean
  insights: boolean
  outbox: boolean
  asks: boolean
  people: boolean
  language: Language
  counts: { unscreened: string; again: string; replyWaits: string; mine: string; held: string }
  tips?: WaitingTips | undefined
}

/** What the person who has signed in may do here, and what waits for her. */
export function StaffHome(props: Props) {
  const { t } = useTranslation()
  const { name, role, signsAs, areas, reads, handles, enters, insights, outbox, asks, people, language } = props
  return (
    <div className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{t('staff:home.hello', { name })}</h1>
        <p className="text-lg">{t(`staff:role.${role}.name`)}</p>
        <p>{t(`staff:role.${role}.may`)}</p>
        {areas && <p className="font-bold">{t('staff:home.areas', { areas })}</p>}
        {handles && <p className="text-ink-soft">{t('staff:home.signsAs', { signsAs })}</p>}
      </header>
      {handles && <Waiting counts={props.counts} />}
      {props.tips && <Tips {...props.tips} />}
      <ul className="flex flex-wrap gap-3">
        {reads && (
          <li>
            <a className="button" href={paths.staffQueue()}>
              {t('staff:home.toQueue')}
            </a>
          </li>
        )}
        {enters && (
          <li>
            <a className={reads ? 'button-quiet' : 'button'} href={paths.staffEnter()}>
              {t('staff:home.toEntry')}
            </a>
          </li>
        )}
        {insights && (
          <li>
            <a className={reads ? 'button-quiet' : 'button'} href={paths.staffInsights()}>
              {t('staff:home.toInsights')}
            </a>
          </li>
        )}
        {outbox && (
          <li>
            <a className="button" href={paths.staffOutbox()}>
              {t('staff:home.toOutbox')}
            </a>
          </li>
        )}
        {people && (
          <li>
            <a className="button-quiet" href={paths.staffPeople()}>
              {t('staff:home.toPeople')}
            </a>
          </li>
        )}
        {asks && (
          <li>
            <a className="button-quiet" href={paths.staffQuestions()}>
              {t('staff:home.toQuestions')}
            </a>
          </li>
        )}
        <li>
          <a className="button-quiet" href={paths.commitments(language)}>
            {t('staff:home.toPledge')}
          </a>
        </li>
        <li>
          <a className="button-quiet" href={paths.dialogues(language)}>
            {t('staff:home.toDialogues')}
          </a>
        </li>
      </ul>
    </div>
  )
}

const waits = [
  { key: 'unscreened', query: '' },
  { key: 'again', query: '?status=reopen_requested' },
  { key: 'replyWaits', query: '?status=in_progress&lastWord=resident' },
  { key: 'mine', query: '?assignee=me' },
  { key: 'held', query: '?held=yes' },
] as const

/** How much waits, each number a way to it. */
function Waiting({ counts }: Pick<Props, 'counts'>) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-4">
      <h2 id="waiting">{t('staff:home.waiting')}</h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        {waits.map(({ key, query }) => (
          <li key={key}>
            <Count href={`${paths.staffQueue()}${query}`} count={counts[key]} label={t(`staff:home.count.${key}`)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same of tips. */
function Tips({ title, counts }: WaitingTips) {
  return (
    <section aria-labelledby="waiting-tips" className="flex flex-col gap-4">
      <h2 id="waiting-tips">{title}</h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        {counts.map(({ count, label }) => (
          <li key={label}>
            <Count href={paths.staffTips()} count={count} label={label} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Count({ href, count, label }: { href: string; count: string; label: string }) {
  return (
    <a href={href} className="card flex h-full flex-col gap-1 text-ink no-underline hover:border-accent">
      <b className="text-4xl text-accent">{count}</b>
      <span>{label}</span>
    </a>
  )
}
