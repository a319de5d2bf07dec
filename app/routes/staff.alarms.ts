import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { tellAlarms } from '#app/http/tell-alarms.server.ts'

/** What a page that stays open asks now and then: the alarms that nobody has taken. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request)
  const alarms = await tellAlarms(staff, await staffLanguage(request))
  return data({ alarms }, { headers: { 'Cache-Control': 'no-store' } })
}
