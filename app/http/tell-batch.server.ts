import type { batchOfPlans } from '#app/domain/submissions/batch-of-plans.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { textsOf } from '#app/i18n/texts-of.ts'
import { tellAnswerable } from './answer-many.server.ts'

/** What is planned to be answered together, in words: by whom and when, what waits for whom, and each case. */
export function tellBatch(staff: Staff, language: Language, plans: Awaited<ReturnType<typeof batchOfPlans>>) {
  const t = words(language)
  const [first] = plans
  const open = plans.filter(({ ended }) => ended === null)
  const unread = open.filter(({ needsSecond, approvedById }) => needsSecond && approvedById === null)
  const { dueAt } = first!
  const when = dueAt && { day: formatDay(language, dueAt), time: formatTime(language, dueAt) }
  return {
    by: first!.byName,
    audience: first!.answer?.audience ?? ('public' as const),
    what: when ? t('templates:batch.at', when) : t('templates:batch.then'),
    own: first!.staffId === staff.id,
    isOpen: open.length > 0,
    again: plans.some(({ ended }) => ended === 'refused') ? againAt(plans) : undefined,
    /** The plans that wait to be approved, to be sent along by who has read them. */
    unread: unread.map(({ id }) => id),
    cases: plans.map(({ answer, ended, refusal, ...row }) => ({
      ...tellAnswerable(language, row),
      texts: textsOf(answer?.body ?? {}),
      ended,
      refusal,
    })),
  }
}

/** Where those that were not given are answered anew. */
const againAt = (plans: Awaited<ReturnType<typeof batchOfPlans>>): string =>
  paths.staffAnswerMany(
    new URLSearchParams(plans.flatMap(({ ref, ended }) => (ended === 'refused' ? [['ref', ref]] : []))).toString(),
  )
