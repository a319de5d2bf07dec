import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'
import type { ListedQuestion } from './form-parts.ts'

type Props = { category: string; question: ListedQuestion }

/** A question that is asked, with its number on the page and what can be done to it. */
export function AskedQuestion({ category, question, index, last }: Props & { index: number; last: boolean }) {
  const { t } = useTranslation()
  const { key, kind, label, hint, facts, shownWhen, missing } = question
  return (
    <li
      id={`question-${key}`}
      className={`card flex scroll-mt-4 flex-col gap-3 !p-5 ${shownWhen ? 'border-s-[6px] border-s-sky ms-4 sm:ms-8' : ''}`}
    >
      <div className="flex flex-col gap-1">
        <p className="text-sm text-ink-soft">
          {index + 1} · {t(`question-editor:kind.${kind}.name`)}
        </p>
        <InLanguage as="h3" text={label} className="break-words" />
        {hint && <InLanguage as="p" text={hint} className="break-words text-ink-soft" />}
      </div>
      {(shownWhen || facts.length > 0) && (
        <ul className="flex flex-col gap-1 break-words text-sm">
          {[...(shownWhen ? [shownWhen] : []), ...facts].map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {missing && <p className="text-sm font-bold text-sun">{t('question-editor:missing', { languages: missing })}</p>}
      <form
        method="post"
        action={paths.staffQuestionsOf(category)}
        className="-mx-2 flex flex-wrap items-center border-t border-line pt-2"
      >
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="from" value={index} />
        <a href={paths.staffQuestion(category, key)} className={`${small} underline`}>
          {t('question-editor:verb.change')} <span className="sr-only">{label.text}</span>
        </a>
        {index > 0 && <Verb verb="up" of={label.text} />}
        {!last && <Verb verb="down" of={label.text} />}
        <Verb verb="retire" of={label.text} />
      </form>
    </li>
  )
}

/** A question that is asked no longer, and the way to ask it again. */
export function RetiredQuestion({ category, question: { key, kind, label } }: Props) {
  const { t } = useTranslation()
  return (
    <li id={`question-${key}`} className="scroll-mt-4 rounded-card border border-line bg-sunken p-4">
      <p className="text-sm text-ink-soft">{t(`question-editor:kind.${kind}.name`)}</p>
      <InLanguage as="p" text={label} className="break-words font-bold" />
      <form method="post" action={paths.staffQuestionsOf(category)} className="-mx-2">
        <input type="hidden" name="key" value={key} />
        <Verb verb="bring-back" of={label.text} />
      </form>
    </li>
  )
}

const small =
  'inline-flex min-h-[2.75rem] items-center gap-1.5 px-2 font-bold text-accent decoration-1 underline-offset-4 hover:decoration-2'

type VerbProps = { verb: 'up' | 'down' | 'retire' | 'bring-back'; of: string }

/** A button that does one thing to one question; whose it is is said to who cannot see where it stands. */
function Verb({ verb, of }: VerbProps) {
  const { t } = useTranslation()
  return (
    <button type="submit" name="verb" value={verb} className={`${small} ${verb === 'retire' ? 'ms-auto' : ''}`}>
      {arrows[verb] && <span aria-hidden="true">{arrows[verb]}</span>}
      <span className="underline underline-offset-4">{t(`question-editor:verb.${verb}`)}</span>{' '}
      <span className="sr-only">{of}</span>
    </button>
  )
}

const arrows: Partial<Record<VerbProps['verb'], string>> = { up: '↑', down: '↓' }
