import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'

type ListedRule = { id: string; name: string; when: string[]; does: string[] }
type Props = {
  title: string
  /** She is limited to some areas, and rules hold for all. */
  limited: boolean
  rules: ListedRule[]
  done: string | undefined
  refused: string | undefined
}

/** The rules of one authority in the order in which they are tried, and what can be done to each. */
export function RulesPage({ title, limited, rules, done, refused }: Props) {
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
        <Part name={t('rules:part.when')} lines={when} />
        <Part name={t('rules:part.then')} lines={does} />
      </dl>
      <form
        method="post"
        action={paths.staffRules()}
        className="-mx-2 flex flex-wrap items-center border-t border-line pt-2"
      >
        <input type="hidden" name="rule" value={id} />
        <input type="hidden" name="from" value={index} />
        <a href={paths.staffRule(id)} className={`${small} underline`}>
          {t('rules:verb.change')} <span className="sr-only">{name}</span>
        </a>
        {index > 0 && <Verb verb="up" of={name} />}
        {!last && <Verb verb="down" of={name} />}
        <Verb verb="end" of={name} />
      </form>
    </li>
  )
}

function Part({ name, lines }: { name: string; lines: string[] }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      {lines.map((line) => (
        <dd key={line} className="break-words">
          {line}
        </dd>
      ))}
    </div>
  )
}

const small =
  'inline-flex min-h-[2.75rem] items-center gap-1.5 px-2 font-bold text-accent decoration-1 underline-offset-4 hover:decoration-2'

/** A button that does one thing to one rule; whose it is is said to who cannot see where it stands. */
function Verb({ verb, of }: { verb: 'up' | 'down' | 'end'; of: string }) {
  const { t } = useTranslation()
  return (
    <button type="submit" name="verb" value={verb} className={`${small} ${verb === 'end' ? 'ms-auto' : ''}`}>
      {verb !== 'end' && <span aria-hidden="true">{verb === 'up' ? '↑' : '↓'}</span>}
      <span className="underline underline-offset-4">{t(`rules:verb.${verb}`)}</span>{' '}
      <span className="sr-only">{of}</span>
    </button>
  )
}
