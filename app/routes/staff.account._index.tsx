import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownNoticeWays } from '#app/domain/notices/notice-choices.server.ts'
import { endSessions } from '#app/domain/staff/end-sessions.server.ts'
import { passkeysOf } from '#app/domain/staff/passkeys.server.ts'
import { sessionsOf } from '#app/domain/staff/people.server.ts'
import { refuse } from '#app/http/answers.server.ts'
import { requireSession, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { fieldsOf, valuesOf } from '#app/http/forms.server.ts'
import { paths } from '#app/paths.ts'
import { AccountPage } from '#app/ui/account/account-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { texts: ['account', 'notices'] }

const dones = [
  ...(['password', 'session', 'passkey', 'passkey-renamed', 'passkey-removed', 'factor-removed', 'notices'] as const),
]

export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, session, email, secondFactor } = await requireSession(request)
  const language = await staffLanguage(request)
  const at = (when: Date) => `${formatDay(language, when)} ${formatTime(language, when)}`
  const [sessions, passkeys] = await Promise.all([sessionsOf(staff.id), passkeysOf(staff.id)])
  const query = new URL(request.url).searchParams
  return {
    ...{ title: words(language)('account:title'), email, secondFactor },
    sessions: sessions.map(({ id, via, createdAt, usedAt }) => ({
      ...{ id, via, began: at(createdAt), used: at(usedAt), own: id === session.id },
    })),
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({
      ...{ id, name, made: formatDay(language, createdAt), used: usedAt && formatDay(language, usedAt) },
    })),
    notices: await ownNoticeWays(staff),
    done: dones.find((one) => one === query.get('done')),
    refused: query.get('refused') === 'passkey' ? ('not-allowed' as const) : undefined,
  }
}

/** Ends one session, all others, or all of them. */
export async function action({ request }: ActionFunctionArgs) {
  const { staff, session } = await requireSession(request)
  const { session: asked } = valuesOf(await fieldsOf(request))
  if (typeof asked !== 'string' || asked === '') return refuse({ refused: 'not-found' })
  if (asked === 'all') {
    await endSessions(staff, { of: staff.id })
    return redirect(paths.staffSignIn(), 303)
  }
  await endSessions(staff, { of: staff.id, except: session.id, ...(asked === 'others' ? {} : { only: asked }) })
  return redirect(`${paths.staffAccount()}?done=session`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Account() {
  const { refused, ...shown } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() ?? (refused && { refused })
  return <AccountPage {...shown} reply={reply} />
}
