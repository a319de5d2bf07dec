import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { languageFrom, offeredLanguages } from '#app/http/request.server.ts'
import { settings } from '#app/settings.server.ts'
import { ErrorPage } from '#app/ui/shell/error-page.tsx'
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

export function ErrorBoundary() {
  return <ErrorPage />
}
