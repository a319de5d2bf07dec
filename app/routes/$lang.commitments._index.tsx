import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findCurrentPledge } from '#app/domain/commitments/queries.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellPledge } from '#app/http/tell-pledge.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { stockholmDay } from '#app/i18n/format.server.ts'
import { PledgeView } from '#app/ui/commitments/pledge-view.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { kept: [] }

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const today = stockholmDay(new Date())
  const pledge = await findCurrentPledge(today)
  const title = words(language)('commitments:title')
  return { language, title, pledge: pledge && (await tellPledge(language, pledge, today)) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function CurrentPledge() {
  const { language, title, pledge } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  if (pledge) return <PledgeView language={language} pledge={pledge} />
  return (
    <div className="stack">
      <h1>{title}</h1>
      <p>{t('commitments:none')}</p>
    </div>
  )
}
