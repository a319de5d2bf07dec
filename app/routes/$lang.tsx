import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import type { loader as rootLoader } from '#app/root.tsx'
import { languageFrom, offeredLanguages } from '#app/http/request.server.ts'
import { settings } from '#app/settings.server.ts'
import { BareErrorPage } from '#app/ui/shell/bare-error-page.tsx'
import { ErrorWords } from '#app/ui/shell/error-words.tsx'
import { ResidentShell } from '#app/ui/shell/resident-shell.tsx'

export function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const { pathname, search } = new URL(request.url)
  return { language, offered: offeredLanguages(), address: pathname + search, trial: settings().mode === 'trial' }
}

export const meta: MetaFunction = () => [{ title: 'Nordost' }]

export default function Residents() {
  return (
    <ResidentShell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </ResidentShell>
  )
}

/** What fails on a page is told inside the same frame; an unknown language has none. */
export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>('routes/$lang')
  const page = useRouteLoaderData<typeof rootLoader>('root')
  if (!frame) return <BareErrorPage trial={page?.trial ?? false} />
  return (
    <ResidentShell {...frame}>
      <ErrorWords />
    </ResidentShell>
  )
}
