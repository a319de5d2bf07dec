import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { Choice } from '../staff/choice.tsx'
import { Panel } from '../staff/panel.tsx'
import { TextArea } from '../staff/text-area.tsx'
import { TipFacts } from './tip-facts.tsx'
import { TipHistory, TipMessages, TipSaid } from './tip-said.tsx'
import type { TipView } from './tip-view.server.ts'

export type TipReply = { values?: Record<string, string>; errors?: Record<string, string>; refused?: string }

type Props = {
  tip: TipView
  holders: { id: string; name: string }[]
  formToken: string
  signsAs: string
  done: string | undefined
  reply: TipReply | undefined
}

/** One opened tip with all that can be done with it. */
export function TipPage({ tip, holders, formToken, signsAs, done, reply }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <p className="no-print">
        <a href={paths.staffTips()}>{t('tips:tip.back')}</a>
      </p>
      {done && (
        <Notice tone="done" role="status">
          {t(`tips:done.${done}`)}
        </Notice>
      )}
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={reply?.errors ?? {}} labels={{ message: t('staff:reply.message') }} />
      <TipFacts tip={tip} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <TipSaid tip={tip} />
          <Panel id="thread" title={t('staff:thread.title')}>
            <TipMessages tip={tip} />
            <ReplyForm {...{ formToken, signsAs, reply }} language={tip.wanted} />
          </Panel>
          <TipHistory tip={tip} />
        </div>
        <div className="flex flex-col gap-6">
          <AssignForm tip={tip} holders={holders} />
          <StatusForm status={tip.status} />
          <HandOver tip={tip} />
          <p>
            <a href={paths.staffTipsLog({ ref: tip.ref })}>{t('tips:log.ofTip')}</a>
          </p>
        </div>
      </div>
    </div>
  )
}

function ReplyForm({
  formToken,
  signsAs,
  language,
  reply,
}: Pick<Props, 'formToken' | 'signsAs' | 'reply'> & { language: string }) {
  const { t } = useTranslation()
  return (
    <form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="verb" value="reply" />
      <input type="hidden" name="formToken" value={formToken} />
      <Notice tone="wait">
        <p className="font-bold">{t('staff:reply.never')}</p>
        <p>{t('staff:reply.language', { language })}</p>
      </Notice>
      <TextArea
        name="message"
        label={t('staff:reply.message')}
        hint={t('tips:tip.replyHint', { signsAs })}
        value={reply?.values?.message}
        error={reply?.errors?.message}
      />
      <p>
        <button type="submit" className="button">
          {t('staff:reply.submit')}
        </button>
      </p>
    </form>
  )
}

function AssignForm({ tip, holders }: Pick<Props, 'tip' | 'holders'>) {
  const { t } = useTranslation()
  return (
    <Panel id="assign" title={t('staff:assign.title')}>
      <form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="verb" value="assign" />
        <input type="hidden" name="from" value={tip.assigneeId ?? ''} />
        <Choice
          name="assignee"
          label={t('staff:assign.who')}
          options={holders.map(({ id, name }) => ({ value: id, label: name }))}
          none={t('staff:assign.nobody')}
          value={tip.assigneeId ?? ''}
        />
        <p>
          <button type="submit" className="button-quiet">
            {t('staff:assign.submit')}
          </button>
        </p>
      </form>
    </Panel>
  )
}

function StatusForm({ status }: Pick<TipView, 'status'>) {
  const { t } = useTranslation()
  const verb = status === 'closed' ? 'reopen' : 'close'
  return (
    <Panel id="status" title={t('tips:tip.status')} hint={t(`tips:tip.${verb}Hint`)}>
      <form method="post">
        <input type="hidden" name="verb" value={verb} />
        <button type="submit" className="button-quiet">
          {t(`tips:tip.${verb}`)}
        </button>
      </form>
    </Panel>
  )
}

/** The ways out of the portal: to the police's own case system, and to paper for a decision on disclosure. */
function HandOver({ tip }: Pick<Props, 'tip'>) {
  const { t } = useTranslation()
  return (
    <Panel id="hand-over" title={t('tips:handOver.title')} hint={t('tips:handOver.hint')}>
      {tip.handedOverDigest && (
        <div className="flex flex-col gap-1">
          <p>{t('tips:handOver.done', { day: tip.handedOverOn })}</p>
          <p className="text-sm text-ink-soft">{t('tips:handOver.hash')}</p>
          <p dir="ltr" className="break-all font-mono text-sm">
            {tip.handedOverDigest}
          </p>
        </div>
      )}
      <form method="post" action={paths.staffTipVerb(tip.ref, 'file')}>
        <button type="submit" className="button-quiet">
          {t('tips:handOver.submit')}
        </button>
      </form>
      <p>
        <a href={paths.staffTipVerb(tip.ref, 'print')}>{t('tips:handOver.print')}</a>
      </p>
    </Panel>
  )
}
