import { useTranslation } from 'react-i18next'

export type ShownRule = {
  id: string
  state: 'draft' | 'approved' | 'ended'
  /** Whether who looks may approve it; else another registrar must. */
  approvable: boolean
  what: string
  after: string
  decision: string
  approved: string | null
  /** How much would go today. */
  due: string
  numbers: string[]
}

const tones = {
  draft: 'bg-sun-tint text-sun',
  approved: 'bg-accent-tint text-accent',
  ended: 'bg-sunken text-ink-soft',
}

/** One rule: what it takes and when, under which decision, what would go, and what can be done with it. */
export function DisposalRule({ rule }: { rule: ShownRule }) {
  const { t } = useTranslation()
  const { id, state, approvable, what, after, decision, approved, due, numbers } = rule
  return (
    <article className="card flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-3">
        <span className={`rounded-full px-3 py-0.5 font-bold ${tones[state]}`}>
          {t(`records:disposal.state.${state}`)}
        </span>
        {approved}
      </p>
      <h3>{what}</h3>
      <p>{after}</p>
      <p dir="auto" className="break-words text-ink-soft">
        {decision}
      </p>
      {state !== 'ended' && (
        <>
          <p className="font-bold">{due}</p>
          {numbers.length > 0 && (
            <details>
              <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
                {t('records:disposal.numbers')}
              </summary>
              <p className="break-words">{numbers.join(', ')}</p>
            </details>
          )}
          {state === 'draft' && !approvable && <p>{t('records:disposal.waitsForOther')}</p>}
          <div className="flex flex-wrap gap-3">
            {state === 'draft' && approvable && <RuleForm id={id} verb="approve" />}
            <RuleForm id={id} verb="end" />
          </div>
        </>
      )}
    </article>
  )
}

function RuleForm({ id, verb }: { id: string; verb: 'approve' | 'end' }) {
  const { t } = useTranslation()
  if (verb === 'approve') return <Approve id={id} />
  return (
    <form method="post">
      <input type="hidden" name="rule" value={id} />
      <button type="submit" name="verb" value={verb} className="button-quiet">
        {t(`records:disposal.${verb}`)}
      </button>
    </form>
  )
}

/** What cannot be undone is asked for twice: by the button, and by the box before it. */
function Approve({ id }: { id: string }) {
  const { t } = useTranslation()
  return (
    <details className="w-full">
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
        {t('records:disposal.approve')}
      </summary>
      <form method="post" className="flex flex-col gap-3 pt-1">
        <input type="hidden" name="verb" value="approve" />
        <input type="hidden" name="rule" value={id} />
        <p>{t('records:disposal.approveHint')}</p>
        <label className="flex min-h-[2.75rem] items-center gap-3">
          <input type="checkbox" name="sure" value="yes" required className="h-5 w-5 shrink-0 accent-accent" />
          {t('records:disposal.sure')}
        </label>
        <button type="submit" className="button self-start">
          {t('records:disposal.approve')}
        </button>
      </form>
    </details>
  )
}
