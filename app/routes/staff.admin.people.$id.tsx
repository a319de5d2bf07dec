import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Refused } from '#app/domain/refusals.ts'
import { changeRole } from '#app/domain/staff/change-role.server.ts'
import { deactivate } from '#app/domain/staff/deactivate.server.ts'
import { endSessions } from '#app/domain/staff/end-sessions.server.ts'
import { roleInput } from '#app/domain/staff/account-input.server.ts'
import { inviteAgain } from '#app/domain/staff/invite-again.server.ts'
import { findPerson } from '#app/domain/staff/people.server.ts'
import { reactivate } from '#app/domain/staff/reactivate.server.ts'
import { removeSecondFactor } from '#app/domain/staff/remove-second-factor.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { found } from '#app/http/answers.server.ts'
import { checkForm, fieldsOf, invalid, refusedForm, valuesOf } from '#app/http/forms.server.ts'
import { requireFresh, staffLanguage } from '#app/http/require-staff.server.ts'
import { roleOptions } from '#app/http/role-options.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { PersonPage } from '#app/ui/people/person-page.tsx'

export const handle = { texts: ['account'] }

const verbs = {
  'end-sessions': (by: Staff, id: string) => endSessions(by, { of: id }),
  'new-password': inviteAgain,
  'remove-factor': removeSecondFactor,
  ...{ deactivate, reactivate },
} satisfies Record<string, (by: Staff, id: string) => Promise<Refused | object>>
type Verb = keyof typeof verbs

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff } = await requireFresh(request, 'staff.edit')
  const language = await staffLanguage(request)
  const t = words(language)
  const person = found(await findPerson(staff, params.id ?? ''))
  const { id, name, email, role, organisation, areas, deactivatedAt, sessions, passkeys, secondFactorAt } = person
  const active: Verb[] = ['end-sessions', 'new-password', 'remove-factor', 'deactivate']
  const serves = (verb: Verb) =>
    verb === 'remove-factor' ? secondFactorAt !== null || passkeys > 0 : verb !== 'end-sessions' || sessions > 0
  const offered = deactivatedAt ? (['reactivate'] as const) : active.filter(serves)
  const done = new URL(request.url).searchParams.get('done')
  return {
    ...{ id, name, email, title: name, own: id === staff.id, values: { role, organisation, areas: areas.join() } },
    closed: deactivatedAt && t('account:people.closed', { day: formatDay(language, deactivatedAt) }),
    verbs: offered.map((verb) => ({ verb, about: t(`account:people.verb.${verb}.about`, { count: sessions }) })),
    options: await roleOptions(staff),
    done: done === 'role' || (done && Object.hasOwn(verbs, done)) ? done : undefined,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff } = await requireFresh(request, 'staff.edit')
  const { id } = found(await findPerson(staff, params.id ?? ''))
  const values = valuesOf(await fieldsOf(request))
  const form = checkForm(values, roleInput)
  const verb = Object.hasOwn(verbs, values.verb ?? '') ? (values.verb as Verb) : 'role'
  if (verb === 'role' && !form.input) return invalid(form)
  if (id === staff.id) return refusedForm({ values: {}, errors: {} }, { refused: 'own-account' })
  const result = verb === 'role' ? await changeRole(staff, id, form.input!) : await verbs[verb](staff, id)
  if ('refused' in result) return refusedForm({ values: verb === 'role' ? values : {}, errors: {} }, result)
  return redirect(`${paths.staffPerson(id)}?done=${verb}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
