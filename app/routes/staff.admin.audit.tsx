import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { auditFilter } from '#app/domain/audit/input.server.ts'
import { auditedPeople, searchAudit } from '#app/domain/audit/search-audit.server.ts'
import { allOrganisations } from '#app/domain/staff/queries.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { auditEvents, tellAudit } from '#app/http/tell-audit.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { AuditPage } from '#app/ui/records/audit-page.tsx'

export const handle = { texts: ['records'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'audit.read')
  const language = await staffLanguage(request)
  const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  const filter = auditFilter.parse(Object.fromEntries(asked))
  const people = await auditedPeople(staff)
  const named = [
    ...people.map(({ id, name }) => [id, name] as const),
    ...(await allOrganisations(staff)).map(({ slug, name }) => [slug, name] as const),
    ...(await districtAreas()).map(({ code, name }) => [code, name] as const),
  ]
  return {
    title: words(language)('records:audit.title'),
    filter,
    own: staff.role !== 'admin',
    events: auditEvents(language),
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    ...tellAudit(language, await searchAudit(staff, filter), new Map(named)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />
}
