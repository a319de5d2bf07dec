import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { registerFilter } from '#app/domain/records/input.server.ts'
import { searchRegister } from '#app/domain/records/search-register.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { registerChoices, tellRegistration } from '#app/http/tell-register.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { RegisterPage } from '#app/ui/records/register-page.tsx'

export const handle = { texts: ['records'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'register.read')
  const language = await staffLanguage(request)
  const t = words(language)
  const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  const filter = registerFilter.parse(Object.fromEntries(asked))
  const { rows, more } = await searchRegister(staff, filter)
  const last = rows.at(-1)
  const authority = staff.authority ? t(`staff:authority.${staff.authority}`) : staff.organisationName
  return {
    title: t('records:register.title'),
    lead: t('records:register.lead', { authority }),
    filter,
    choices: registerChoices(language),
    rows: rows.map((row) => tellRegistration(language, row)),
    last: more && last ? `${last.year}-${last.number}` : undefined,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Register() {
  return <RegisterPage {...useLoaderData<typeof loader>()} />
}
