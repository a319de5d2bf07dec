import { plansOf } from '#app/domain/submissions/plans-of.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { textsOf } from '#app/i18n/texts-of.ts'

/** What waits for its time or for a second person, and what did not come about the last time. */
export async function tellPlans(staff: Staff, language: Language, submissionId: string) {
  const t = words(language)
  const when = (at: Date) => ({ day: formatDay(language, at), time: formatTime(language, at) })
  const all = await plansOf(staff, submissionId)
  const [last] = all
  return {
    waiting: all
      .filter(({ endedAt }) => endedAt === null)
      .map(({ id, act, answer, batch, dueAt, needsSecond, approvedAt, byName, secondName, staffId }) => ({
        ...{ id, act, batch, by: byName, own: staffId === staff.id },
        answer: answer ? { audience: answer.audience, texts: textsOf(answer.body) } : undefined,
        what: dueAt ? t(`templates:plan.at.${act}`, when(dueAt)) : t(`templates:plan.then.${act}`),
        needsSecond: needsSecond && approvedAt === null,
        second: secondName,
      })),
    failed:
      last?.ended === 'refused' && last.endedAt
        ? {
            act: last.act,
            batch: last.batch,
            reason: last.refusal ?? '',
            at: t('templates:plan.failedAt', when(last.endedAt)),
          }
        : undefined,
  }
}
