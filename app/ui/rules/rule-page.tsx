import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { RuleActs } from './rule-acts.tsx'
import { RuleConditions } from './rule-conditions.tsx'
import type { RuleFields, RuleFormReply } from './rule-fields.ts'
import { RuleTrial } from './rule-trial.tsx'

type Props = {
  title: string
  address: string
  values: Record<string, string>
  choices: RuleFields['choices']
  reply: RuleFormReply | undefined
}

const fields = [
  ...['name', 'kinds', 'categories', 'areas', 'languages', 'words', 'fromTime', 'toTime'],
  ...['organisation', 'assigneeId', 'priority', 'answerWithin', 'templateId'],
]

/** The form of one rule. It is tried on what has come in before it can be saved. */
export function RulePage({ title, address, values, choices, reply }: Props) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(fields.map((name) => [name, t(`rules:field.${name}`)]))
  const given = { values: reply?.values ?? values, errors: reply?.errors ?? {}, choices }
  const trial = reply?.trial
  return (
    <div className="flex max-w-[46rem] flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffRules()}>
          {t('rules:form.back')}
        </a>
      </p>
      <header className="flex max-w-text flex-col gap-2">
        <h1 className="break-words">{title}</h1>
        <p className="text-lg">{t('rules:form.lead')}</p>
      </header>
      {reply?.refused && (
        <Notice tone={reply.refused === 'rule-not-tried' ? 'wait' : 'danger'} role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={given.errors} labels={labels} />
      {trial && <RuleTrial trial={trial} form="rule" />}
      <form id="rule" method="post" action={address} noValidate className="flex flex-col gap-6">
        {/* What Enter in a field presses, the first button of a form: Try. Nobody sees or reaches it. */}
        <button type="submit" name="verb" value="try" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <input type="hidden" name="tried" value={trial?.mark ?? ''} />
        <RuleConditions {...given} labels={labels} />
        <RuleActs {...given} labels={labels} />
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <button type="submit" name="verb" value="try" className={trial ? 'button-quiet' : 'button'}>
            {t(trial ? 'rules:form.tryAgain' : 'rules:form.try')}
          </button>
          <a className="inline-flex min-h-[2.75rem] items-center" href={paths.staffRules()}>
            {t('rules:form.cancel')}
          </a>
        </p>
      </form>
    </div>
  )
}
