import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { keptMail } from '#app/domain/records/kept-mail.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatNumber, formatTime } from '#app/i18n/format.server.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { WrittenText } from '#app/ui/written-text.tsx'

export const handle = { texts: ['outbox'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'outbox.read')
  const language = await staffLanguage(request)
  const t = words(language)
  const mails = await keptMail(staff)
  return {
    title: t('outbox:title'),
    lead: settings().smtpUrl ? t('outbox:off') : t('outbox:lead', { number: formatNumber(language, 200) }),
    mails: mails.map(({ keptAt, ...mail }) => ({
      ...mail,
      at: `${formatDay(language, keptAt)} ${formatTime(language, keptAt)}`,
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Outbox() {
  const { title, lead, mails } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p>{lead}</p>
      </header>
      {mails.length === 0 && <p>{t('outbox:none')}</p>}
      <ul className="flex max-w-text flex-col gap-4">
        {mails.map(({ id, recipient, subject, body, language, at }) => (
          <li key={id} className="card flex flex-col gap-2">
            <h2 lang={language} dir="auto" className="text-lg sm:text-lg">
              {subject}
            </h2>
            <p className="break-words text-sm text-ink-soft">
              {t('outbox:to')}: <bdi>{recipient}</bdi> · {t('outbox:at')}: {at}
            </p>
            <div className="border-s-4 border-line ps-4">
              <WrittenText text={body} lang={language} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
