import type { disposalProtocol, disposalRulesOf } from '#app/domain/records/disposal-rules.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

type Given = {
  rules: Awaited<ReturnType<typeof disposalRulesOf>>
  protocol: Awaited<ReturnType<typeof disposalProtocol>>
}

/** The disposal rules with what each would take, and the protocol of what went, in words. */
export function tellDisposal(language: Language, { rules, protocol }: Given) {
  const t = words(language)
  return {
    rules: rules.map(({ id, target, kind, afterDays, decision, approvedAt, endedAt, approvable, due, numbers }) => ({
      ...{ id, numbers, approvable, state: stateOf({ approvedAt, endedAt }) },
      what: t(`records:disposal.what.${target}`, { kind: t(`staff:kind.${kind}`) }),
      after: t(`records:disposal.after.${target}`, { count: afterDays }),
      decision: t('records:disposal.under', { decision }),
      approved: approvedAt && t('records:disposal.approvedOn', { day: formatDay(language, approvedAt) }),
      due: t(`records:disposal.due.${target}`, { count: due }),
    })),
    protocol: protocol.map(({ id, disposedOn, count, numbers, target, decision }) => ({
      ...{ id, numbers: numbers.join(', '), day: formatDay(language, disposedOn) },
      what: t(`records:disposal.went.${target}`, { count }),
      decision: t('records:disposal.under', { decision }),
    })),
  }
}

const stateOf = ({ approvedAt, endedAt }: { approvedAt: Date | null; endedAt: Date | null }) =>
  endedAt ? ('ended' as const) : approvedAt ? ('approved' as const) : ('draft' as const)
