import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Outlet,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useRouteLoaderData,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { mayEditRules } from '#app/domain/rules/may-edit-rules.ts'
import { may } from '#app/domain/staff/permissions.ts'
import { mayEditTemplates } from '#app/domain/templates/may-edit-templates.ts'
import { disclosesTips, readsTips } from '#app/domain/tips/reads-tips.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { tellAlarms } from '#app/http/tell-alarms.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { useRendering } from '#app/ui/rendering.tsx'
import { StaffErrorPage } from '#app/ui/staff/staff-error-page.tsx'
import { StaffShell } from '#app/ui/staff/staff-shell.tsx'

export const handle = { hydrate: true, texts: ['staff', 'alarms', 'categories', 'photos', 'keys'] }

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
      templates: mayEditTemplates(staff),
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

const isCase = (path: string): boolean => path.startsWith(paths.staffSubmission(''))

/** To go on to a case waits for nothing but the case. */
export const shouldRevalidate = ({ formMethod, nextUrl, currentUrl, ...args }: ShouldRevalidateFunctionArgs) =>
  args.defaultShouldRevalidate &&
  (formMethod !== undefined || nextUrl.pathname === currentUrl.pathname || !isCase(nextUrl.pathname))

export default function StaffPages() {
  const shown = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  const { nonce } = useRendering()
  return (
    <StaffShell {...shown} address={isCase(pathname) ? pathname + search : shown.address}>
      <Outlet />
      <ScrollRestoration nonce={nonce} />
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
