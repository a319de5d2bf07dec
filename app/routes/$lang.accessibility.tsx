import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { infoPage } from '#app/http/info-page.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { InfoPage } from '#app/ui/pages/info-page.tsx'

export const handle = { kept: [] }

export const loader = infoPage('accessibility')

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Accessibility() {
  return <InfoPage {...useLoaderData<typeof loader>()} />
}
