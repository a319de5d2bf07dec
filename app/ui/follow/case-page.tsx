import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import type { CaseEvent } from './case-event.ts'
import { CaseEvents } from './case-events.tsx'
import { CaseFacts, type Facts } from './case-facts.tsx'
import { CaseLinks, type Links } from './case-links.tsx'
import { CaseStatus, type Stands } from './case-status.tsx'
import { CloseForm } from './close-form.tsx'
import { ReplyForm } from './reply-form.tsx'

type Props = {
  thread: Stands & Links & { example: boolean; facts: Facts; events: CaseEvent[] }
  sent: boolean
  limit: string
  closeAt: string
  reply: {
    formToken: string
    message: string | undefined
    errors: Record<string, string>
    tooLong: string | undefined
  }
}

/** A resident's own case: where it stands, what has been said, a box to reply in, and a way to close it. */
export function CasePage({ thread, sent, limit, closeAt, reply }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-10 lg:flex-row lg:items-start lg:gap-14">
      <div className="flex min-w-0 max-w-text flex-1 flex-col gap-10">
        {thread.example && (
          <Notice tone="wait">
            <p>{t('follow:case.example')}</p>
          </Notice>
        )}
        <CaseStatus {...thread} />
        <CaseEvents events={thread.events} />
        <ReplyForm {...reply} sent={sent} limit={limit} />
      </div>
      <div className="flex max-w-text flex-col gap-5 lg:sticky lg:top-6 lg:w-80 lg:shrink-0">
        <CaseFacts facts={thread.facts} />
        <CaseLinks commitments={thread.commitments} published={thread.published} />
        <CloseForm action={closeAt} />
      </div>
    </div>
  )
}
