import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { mayEditRules } from '#app/domain/rules/may-edit-rules.ts'
import { may } from '#app/domain/staff/permissions.ts'
import { disclosesTips, readsTips } from '#app/domain/tips/reads-tips.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { tellAlarms } from '#app/http/tell-alarms.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { StaffErrorPage } from '#app/ui/staff/staff-error-page.tsx'
import { StaffShell } from '#app/ui/staff/staff-shell.tsx'

export const handle = { hydrate: true, texts: ['staff', 'alarms', 'categories', 'photos'] }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await requireStaff(request)
  const { pathname, search } = new URL(request.url)
  return {
    title: words(await staffLanguage(request))('staff:mark'),
    address: (context.shownAs ?? pathname).replace(/\.data$/, '') + search,
    trial: settings().mode === 'trial',
    alarms: await tellAlarms(staff, await staffLanguage(request)),
    name: staff.name,
    organisation: staff.organisationName,
    ways: {
      queue: may(staff, 'submissions.read'),
      enter: may(staff, 'submissions.enter'),
      insights: may(staff, 'insights'),
      outbox: may(staff, 'outbox.read'),
      questions: may(staff, 'questions.edit'),
      templates: may(staff, 'templates.edit'),
      rules: mayEditRules(staff),
      fourEyes: may(staff, 'settings.edit'),
      tips: readsTips(staff),
      disclosure: disclosesTips(staff),
      register: may(staff, 'register.read'),
      audit: may(staff, 'audit.read'),
      people: may(staff, 'staff.edit'),
      duty: may(staff, 'settings.edit'),
    },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function StaffPages() {
  return (
    <StaffShell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </StaffShell>
  )
}

export function ErrorBoundary() {
  const shown = useRouteLoaderData<typeof loader>('routes/staff')
  return shown ? (
    <StaffShell {...shown}>
      <StaffErrorPage />
    </StaffShell>
  ) : (
    <StaffErrorPage />
  )
}
