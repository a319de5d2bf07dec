import { useTranslation } from 'react-i18next'

export type Facts = {
  ref: string
  registrationNumber?: string | null | undefined
  category?: string | undefined
  authority?: string | undefined
  sentOn: string
  place?: string | undefined
  placeNote?: string | undefined
}

/** What the case is known by, what it is about and where; of what is sealed, only its number and its day. */
export function CaseFacts({ facts }: { facts: Facts }) {
  const { t } = useTranslation()
  const number = <span dir="ltr">{facts.registrationNumber}</span>
  return (
    <dl className="grid gap-x-8 gap-y-3 rounded-card bg-sunken p-5 sm:grid-cols-2 lg:grid-cols-1">
      <Fact name={t('follow:case.ref')}>
        <span dir="ltr">{facts.ref}</span>
      </Fact>
      {facts.registrationNumber !== undefined && (
        <Fact name={t('follow:case.registration')}>
          {facts.registrationNumber ? number : t('follow:case.registrationSoon')}
        </Fact>
      )}
      <Fact name={t('follow:case.sentOn')}>{facts.sentOn}</Fact>
      {facts.authority && <Fact name={t('follow:case.authority')}>{facts.authority}</Fact>}
      {facts.category && <Fact name={t('follow:case.category')}>{facts.category}</Fact>}
      {facts.place && (
        <Fact name={t('follow:case.place')}>
          <span lang="sv">{facts.place}</span>
          {facts.placeNote && (
            <span className="block break-words text-ink-soft">
              <span dir="auto">{facts.placeNote}</span>
            </span>
          )}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm font-bold text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
