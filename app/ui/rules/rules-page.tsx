import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import { RulePart } from './rule-part.tsx'

type ListedRule = { id: string; name: string; when: string[]; does: string[] }
type Props = {
  title: string
  /** She is limited to some areas, and rules hold for all. */
  limited: boolean
  rules: ListedRule[]
  /** Those that hold no longer. */
  ended: ListedRule[]
  done: string | undefined
  refused: string | undefined
}

/** The rules of one authority in the order in which they are tried, and what can be done to each. */
export function RulesPage({ title, limited, rules, ended, done, refused }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-[46rem] flex-col gap-6">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p className="text-lg">{t('rules:lead')}</p>
        <p className="text-ink-soft">{t('rules:before')}</p>
      </header>
      {done && !refused && (
        <Notice tone="done" role="status">
          {t(`rules:done.${done}`)}
        </Notice>
      )}
      {refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${refused}`)}
        </Notice>
      )}
      {limited ? (
        <Notice>{t('rules:limited')}</Notice>
      ) : (
        <>
          {rules.length === 0 && <p className="card max-w-text">{t('rules:empty')}</p>}
          <ol className="flex flex-col gap-4">
            {rules.map((rule, index) => (
              <Rule key={rule.id} {...{ rule, index }} last={index === rules.length - 1} />
            ))}
          </ol>
          <p>
            <a className="button" href={paths.staffNewRule()}>
              {t('rules:new')}
            </a>
          </p>
          <Ended rules={ended} />
        </>
      )}
    </div>
  )
}

function Rule({ rule, index, last }: { rule: ListedRule; index: number; last: boolean }) {
  const { t } = useTranslation()
  const { id, name, when, does } = rule
  return (
    <li className="card flex flex-col gap-3 !p-5">
      <div className="flex items-baseline gap-3">
        <span aria-hidden="true" className="text-2xl font-extrabold text-accent">
          {index + 1}
        </span>
        <h2 dir="auto" className="min-w-0 break-words text-xl sm:text-xl">
          {name}
        </h2>
      </div>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <RulePart name={t('rules:part.when')} lines={when} />
        <RulePart name={t('rules:part.then')} lines={does} />
      </dl>
      <p className="-mx-2 flex flex-wrap items-center border-t border-line pt-2">
        <a href={paths.staffRule(id)} className={small}>
          {t('rules:verb.change')} <span className="sr-only">{name}</span>
        </a>
        {index > 0 && <Verb verb="up" {...rule} />}
        {!last && <Verb verb="down" {...rule} />}
        <Verb verb="end" {...rule} />
      </p>
    </li>
  )
}

const small =
  'inline-flex min-h-[2.75rem] items-center gap-1.5 px-2 font-bold text-accent decoration-1 underline-offset-4 hover:decoration-2'

/** The way to do one thing to one rule, tried first; whose it is is said to who cannot see where it stands. */
function Verb({ verb, id, name }: { verb: 'up' | 'down' | 'end' | 'resume'; id: string; name: string }) {
  const { t } = useTranslation()
  return (
    <a href={paths.staffRuleVerb(id, verb)} className={`${small} ${verb === 'end' ? 'ms-auto' : ''}`}>
      {verb === 'up' && <span aria-hidden="true">↑</span>}
      {verb === 'down' && <span aria-hidden="true">↓</span>}
      <span>
        {t(`rules:verb.${verb}`)} <span className="sr-only">{name}</span>
      </span>
    </a>
  )
}

/** The rules that hold no longer, folded away, each with the way to take it up again. */
function Ended({ rules }: { rules: ListedRule[] }) {
  const { t } = useTranslation()
  if (rules.length === 0) return null
  return (
    <details>
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
        {t('rules:ended', { count: rules.length })}
      </summary>
      <ul className="flex flex-col gap-4 pt-2">
        {rules.map((rule) => (
          <li key={rule.id} className="flex flex-col gap-3 rounded-card border border-line bg-sunken p-5">
            <h2 dir="auto" className="min-w-0 break-words text-lg sm:text-lg">
              {rule.name}
            </h2>
            <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
              <RulePart name={t('rules:part.when')} lines={rule.when} />
              <RulePart name={t('rules:part.then')} lines={rule.does} />
            </dl>
            <p className="-mx-2">
              <Verb verb="resume" {...rule} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
