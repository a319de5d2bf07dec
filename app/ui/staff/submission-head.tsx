import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ExampleMark } from '../example-mark.tsx'
import { DueMark } from './due-mark.tsx'
import { PriorityMark } from './priority-mark.tsx'
import { StatusMark } from './status-mark.tsx'
import { useSubmission } from './submission-context.ts'
import { WaitingMark } from './waiting-mark.tsx'
import { useArrival } from './use-arrival.ts'
import type { SubmissionView } from './submission-view.server.ts'

/** What it is, where it stands, and the facts about it. */
export function SubmissionHead() {
  const { t } = useTranslation()
  const submission = useSubmission()
  const heading = useArrival()
  const pressing = submission.clocks.find(({ state }) => state === 'late' || state === 'today')
  return (
    <header className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusMark status={submission.status} />
        <PriorityMark priority={submission.priority} />
        {pressing && <DueMark due={pressing} />}
        <WaitingMark waiting={submission.waiting} />
        <span className="text-ink-soft">{t('staff:submission.since', { day: submission.statusAt })}</span>
        {submission.secrecy.some(({ liftedAt }) => !liftedAt) && (
          <a href="#secrecy" className="rounded-full bg-danger-tint px-3 py-0.5 font-bold text-danger no-underline">
            {t('staff:secrecy.mark')}
          </a>
        )}
        {submission.example && <ExampleMark />}
      </p>
      <h1 ref={heading as Ref<HTMLHeadingElement>} tabIndex={-1} className="focus:outline-none">
        {t('staff:submission.title', { category: t(`categories:${submission.category}`), area: submission.areaName })}
      </h1>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 lg:grid-cols-4">
        {factsOf(submission, t).map(({ name, value }) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd dir="auto" className="break-words">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {submission.mergedInto && (
        <p>
          <a href={paths.staffSubmission(submission.mergedInto)} className="font-bold">
            {t('staff:submission.mergedInto', { ref: submission.mergedInto })}
          </a>
        </p>
      )}
    </header>
  )
}

function factsOf(submission: SubmissionView, t: (key: string) => string) {
  const { original, assignee, hasEmail } = submission
  const facts = {
    registrationNumber: submission.registrationNumber ?? t('staff:submission.notRegistered'),
    ref: submission.ref,
    kind: t(`staff:kind.${submission.kind}`),
    receivedBy: t(`staff:authority.${submission.receivingAuthority}`),
    createdAt: `${submission.createdAt} (${submission.age.replaceAll(' ', '\u00a0')})`,
    language: original && (submission.written?.name ?? t('staff:submission.unknownLanguage')),
    wanted: original && submission.wanted.name,
    channel: original && t(`staff:channel.${submission.channel}`),
    enteredBy: submission.enteredBy,
    interpreter: submission.interpreter,
    workingArea: submission.workingArea,
    place: original?.placeName,
    placeNote: original?.placeNote,
    point: original?.point,
    assignee: original && (assignee?.name ?? t('staff:assign.nobody')),
    rule: submission.rule,
    followers: submission.followers,
    bell: original && t(hasEmail ? 'staff:submission.hasEmail' : 'staff:submission.noEmail'),
  }
  return Object.entries(facts).flatMap(([key, value]) =>
    value ? [{ name: t(`staff:submission.fact.${key}`), value }] : [],
  )
}
