import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dutyDeskInput } from '#app/domain/alarms/input.server.ts'
import { markOfList } from '#app/domain/mark-of-list.server.ts'
import { dutyAddresses } from '#app/domain/alarms/queries.server.ts'
import { setDutyDesk } from '#app/domain/alarms/set-duty-desk.server.ts'
import { invalid, readForm, refusedForm, type FormReply } from '#app/http/forms.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { DutyPage } from '#app/ui/alarms/duty-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'settings.edit')
  const addresses = await dutyAddresses(staff)
  const done = new URL(request.url).searchParams.has('done')
  return {
    title: words(await staffLanguage(request))('alarms:duty.title'),
    done,
    addresses,
    seen: { polisen: markOfList(addresses.polisen), goteborg: markOfList(addresses.goteborg) },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'settings.edit')
  const form = await readForm(request, dutyDeskInput)
  if (!form.input) return invalid(form)
  const result = await setDutyDesk(staff, form.input)
  if ('refused' in result) return refusedForm(form, result)
  return redirect(`${paths.staffDuty()}?done`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Duty() {
  return <DutyPage {...useLoaderData<typeof loader>()} reply={useActionData<FormReply & { refused?: string }>()} />
}
