import { useTranslation } from 'react-i18next'
import type { HeardAnswer } from '#db/schema/followers.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import type { ShownProof } from '../receipt/proof-of-receipt.tsx'
import { BellForm, type ShownBell } from './bell-form.tsx'
import type { CaseEvent } from './case-event.ts'
import { CaseEvents } from './case-events.tsx'
import { CaseFacts, type Facts } from './case-facts.tsx'
import { CaseLinks, type Links } from './case-links.tsx'
import { CaseProof } from './case-proof.tsx'
import { CaseStatus, type Stands } from './case-status.tsx'
import { CloseForm } from './close-form.tsx'
import { DoneNotice } from './done-notice.tsx'
import { LanguagesForm, type ShownLanguages } from './languages-form.tsx'
import { OtherCode } from './other-code.tsx'
import { OwnData } from './own-data.tsx'
import { RatingForm } from './rating-form.tsx'
import { ReopenForm } from './reopen-form.tsx'
import { ReplyForm, type Reply } from './reply-form.tsx'
import { WentOn, type ShownWentOn } from './went-on.tsx'

type Thread = Stands &
  Links & {
    example: boolean
    facts: Facts
    events: CaseEvent[]
    rating: { version: number; heard?: HeardAnswer | undefined } | undefined
    reopening: { until: string; open: boolean } | undefined
    /** Whether an address may be left, which is mailed when there is news. */
    takesBell: boolean
    bell: ShownBell | undefined
    languages: ShownLanguages | undefined
    proof: ShownProof | undefined
    /** Where it goes on, when it was merged into another. */
    wentOn?: ShownWentOn | undefined
    /** Whether what she wrote herself is not shown again, here or in a file. */
    sealed?: boolean
  }

type Props = {
  language: Language
  thread: Thread
  /** What has just been done, to be confirmed where it was done. */
  done: string | null
  sent: boolean
  limit: string
  reply: Reply
  /** What was typed in the smaller forms, when something was wrong. */
  typed: { unsolved?: string | undefined; email?: string | undefined }
}

/** A resident's own case: where it stands, what has been said, what she thinks of the answer, and a box to reply in. */
export function CasePage({ language, thread, done, sent, limit, reply, typed }: Props) {
  const { t } = useTranslation()
  const { errors, formToken, tooLong } = reply
  const { unsolved, email } = typed
  return (
    <div className="flex flex-col gap-10 lg:flex-row lg:items-start lg:gap-14">
      <div className="flex min-w-0 max-w-text flex-1 flex-col gap-10">
        <OtherCode action={paths.follow(language)} />
        {thread.example && (
          <Notice tone="wait">
            <p>{t('follow:case.example')}</p>
          </Notice>
        )}
        <div className="flex flex-col gap-4">
          <DoneNotice what={['reopened']} done={done} />
          <CaseStatus {...thread} />
        </div>
        {thread.wentOn && <WentOn {...thread.wentOn} />}
        <CaseEvents events={thread.events} />
        {thread.rating && (
          <RatingForm
            {...{ done, rating: thread.rating }}
            action={paths.followVerb(language, 'rate')}
            error={errors.heard}
          />
        )}
        {thread.reopening && (
          <ReopenForm
            {...{ language, reopening: thread.reopening }}
            form={{ formToken, unsolved, error: errors.unsolved, tooLong }}
          />
        )}
        <ReplyForm {...{ language, limit, reply, sent }} />
      </div>
      <CaseSide {...{ language, thread, done }} form={{ email, error: errors.email }} />
    </div>
  )
}

type SideProps = Pick<Props, 'language' | 'thread' | 'done'> & {
  form: { email: string | undefined; error: string | undefined }
}

/** Beside it: the facts, where it leads, the bell, the languages, the proof, and the way out. */
function CaseSide({ language, thread, done, form }: SideProps) {
  return (
    <div className="flex max-w-text flex-col gap-5 lg:w-80 lg:shrink-0">
      <CaseFacts facts={thread.facts} />
      <CaseLinks commitments={thread.commitments} published={thread.published} />
      {thread.takesBell && <BellForm {...{ language, done, bell: thread.bell }} form={form} />}
      {thread.languages && <LanguagesForm {...{ language, done, languages: thread.languages }} />}
      {thread.proof && <CaseProof language={language} proof={thread.proof} />}
      <OwnData language={language} sealed={thread.sealed} />
      <CloseForm action={paths.closeCase(language)} />
    </div>
  )
}
