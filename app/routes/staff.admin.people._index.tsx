import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isUuid } from '#app/domain/is-uuid.ts'
import { openInvitations } from '#app/domain/staff/invitations.server.ts'
import { everybody } from '#app/domain/staff/people.server.ts'
import { withdrawInvitation } from '#app/domain/staff/withdraw-invitation.server.ts'
import { found } from '#app/http/answers.server.ts'
import { requireFresh, requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { fieldsOf, valuesOf } from '#app/http/forms.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { PeoplePage } from '#app/ui/people/people-page.tsx'

export const handle = { texts: ['account'] }

const dones = ['invited', 'withdrawn'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'staff.edit')
  const language = await staffLanguage(request)
  const t = words(language)
  const [people, invitations] = await Promise.all([everybody(staff), openInvitations()])
  const done = new URL(request.url).searchParams.get('done')
  return {
    title: t('account:people.title'),
    people: people.map(({ id, name, email, role, organisationName, deactivatedAt, secondFactorAt }) => ({
      ...{ id, name, email, role, organisation: organisationName, secondFactor: secondFactorAt !== null },
      closed: deactivatedAt && t('account:people.closed', { day: formatDay(language, deactivatedAt) }),
    })),
    invitations: invitations.map(({ id, name, email, role, staffId, expiresAt }) => ({
      ...{ id, name, email, role, again: staffId !== null },
      until: t('account:people.until', { day: formatDay(language, expiresAt), time: formatTime(language, expiresAt) }),
    })),
    done: dones.find((one) => one === done),
  }
}

/** Takes an invitation back. */
export async function action({ request }: ActionFunctionArgs) {
  const { staff } = await requireFresh(request, 'staff.edit')
  const { withdraw: id = '' } = valuesOf(await fieldsOf(request))
  await withdrawInvitation(staff, found(isUuid(id) ? id : undefined))
  return redirect(`${paths.staffPeople()}?done=withdrawn`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />
}
