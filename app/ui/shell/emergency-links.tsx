import { useTranslation } from 'react-i18next'

const calls = [
  { number: '112', dial: '112', key: 'danger', colour: 'text-danger' },
  { number: '114 14', dial: '11414', key: 'police', colour: 'text-ink' },
] as const

/** 112 and 114 14, to tap; first wherever a person can write. */
export function EmergencyLinks() {
  const { t } = useTranslation()
  return (
    <ul className="flex flex-wrap items-center gap-x-6 bg-danger-tint px-4 lg:rounded-b-control">
      {calls.map(({ number, dial, key, colour }) => (
        <li key={number}>
          <a
            href={`tel:${dial}`}
            className={`inline-flex min-h-[2.625rem] items-center gap-2 no-underline hover:underline ${colour}`}
          >
            <b className="whitespace-nowrap text-xl" dir="ltr">
              {number}
            </b>
            <span>{t(`common:emergency.${key}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
