import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findPledge } from '#app/domain/commitments/queries.server.ts'
import { found } from '#app/http/answers.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellPledge } from '#app/http/tell-pledge.server.ts'
import { stockholmDay } from '#app/i18n/format.server.ts'
import { PledgeView } from '#app/ui/commitments/pledge-view.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { kept: [] }

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const pledge = found(await findPledge(params.slug ?? ''))
  return { language, pledge: await tellPledge(language, pledge, stockholmDay(new Date())) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.pledge.title.text)

export default function OnePledge() {
  const { language, pledge } = useLoaderData<typeof loader>()
  return <PledgeView language={language} pledge={pledge} />
}
