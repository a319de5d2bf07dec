import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pastDialogues, upcomingDialogues } from '#app/domain/dialogues/queries.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellListed } from '#app/http/tell-dialogues.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { DialogueCard } from '#app/ui/dialogues/dialogue-card.tsx'
import { PastCard } from '#app/ui/dialogues/past-card.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { kept: ['before'] }

const pastOnPage = 8

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const asked = new Date(new URL(request.url).searchParams.get('before') ?? '')
  const before = Number.isNaN(asked.getTime()) ? undefined : asked
  const [upcoming, past] = await Promise.all([
    upcomingDialogues(),
    pastDialogues({ limit: pastOnPage + 1, ...(before && { before }) }),
  ])
  const shown = past.slice(0, pastOnPage)
  return {
    language,
    title: words(language)('dialogues:title'),
    upcoming: upcoming.map((dialogue) => tellListed(language, dialogue)),
    past: shown.map((dialogue) => tellListed(language, dialogue)),
    older: past.length > pastOnPage ? shown.at(-1)!.startsAt.toISOString() : undefined,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Dialogues() {
  const { language, title, upcoming, past, older } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-12">
      <header className="flex max-w-text flex-col gap-4">
        <h1>{title}</h1>
        <p className="text-lg">{t('dialogues:lead')}</p>
      </header>
      <section aria-labelledby="upcoming" className="flex flex-col gap-5">
        <h2 id="upcoming">{t('dialogues:upcoming')}</h2>
        {upcoming.length === 0 && <p>{t('dialogues:upcomingNone')}</p>}
        <ul className="grid gap-5 lg:grid-cols-2">
          {upcoming.map((dialogue) => (
            <li key={dialogue.slug}>
              <DialogueCard dialogue={dialogue} language={language} />
            </li>
          ))}
        </ul>
      </section>
      <section id="past" aria-labelledby="past-title" className="flex flex-col gap-5">
        <h2 id="past-title">{t('dialogues:past')}</h2>
        {past.length === 0 && <p>{t('dialogues:pastNone')}</p>}
        <ul className="flex flex-col gap-5">
          {past.map((dialogue) => (
            <li key={dialogue.slug}>
              <PastCard dialogue={dialogue} language={language} />
            </li>
          ))}
        </ul>
        {older && (
          <p>
            <a className="button-quiet" href={`${paths.dialogues(language)}?before=${encodeURIComponent(older)}#past`}>
              {t('dialogues:older')}
            </a>
          </p>
        )}
      </section>
    </div>
  )
}
