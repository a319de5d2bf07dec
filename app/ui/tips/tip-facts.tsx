import { useTranslation } from 'react-i18next'
import { ExampleMark } from '../example-mark.tsx'
import { TipStatusMark } from './tip-status.tsx'
import type { TipView } from './tip-view.server.ts'

/** What a tip is about, where it stands, and the facts of it. */
export function TipFacts({ tip }: { tip: TipView }) {
  const { t } = useTranslation()
  const facts = {
    registrationNumber: tip.registrationNumber ?? t('staff:submission.notRegistered'),
    ref: tip.ref,
    category: tip.category,
    at: tip.at,
    openedOn: tip.openedOn,
    closedOn: tip.closedOn,
    written: tip.written?.name,
    wanted: tip.wanted,
    place: tip.placeName,
    placeNote: tip.placeNote,
    point: tip.point,
    assignee: tip.assigneeName ?? t('staff:assign.nobody'),
    handedOverOn: tip.handedOverOn,
    before: tip.officers?.registrationNumber,
  }
  return (
    <header className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <TipStatusMark status={tip.status} />
        {tip.example && <ExampleMark />}
      </p>
      <h1>{tip.title}</h1>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 lg:grid-cols-4">
        {Object.entries(facts).map(
          ([name, value]) =>
            value && (
              <div key={name} className="min-w-0">
                <dt className="text-sm text-ink-soft">{t(`tips:fact.${name}`)}</dt>
                <dd dir="auto" className="break-words">
                  {value}
                </dd>
              </div>
            ),
        )}
      </dl>
    </header>
  )
}
