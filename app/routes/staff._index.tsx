import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { may } from '#app/domain/staff/permissions.ts'
import { queueCounts } from '#app/domain/submissions/queue.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatList, formatNumber } from '#app/i18n/format.server.ts'
import { pick } from '#app/i18n/languages.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { StaffHome } from '#app/ui/staff/staff-home.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request)
  const language = await staffLanguage(request)
  const reads = may(staff, 'submissions.read')
  const counted = reads ? await queueCounts(staff) : undefined
  const { received = 0, screening = 0, reopen_requested: again = 0 } = counted?.byStatus ?? {}
  const { mine = 0, replyWaits = 0, held = 0 } = counted ?? {}
  return {
    title: words(language)('staff:home.title'),
    name: staff.name,
    role: staff.role,
    signsAs: pick(staff.signsAs, language).text,
    areas: formatList(language, await namesOf(staff.areas)),
    reads,
    handles: may(staff, 'triage'),
    enters: may(staff, 'submissions.enter'),
    outbox: may(staff, 'outbox.read'),
    asks: may(staff, 'questions.edit'),
    people: may(staff, 'staff.edit'),
    language,
    counts: {
      unscreened: formatNumber(language, received + screening),
      again: formatNumber(language, again),
      replyWaits: formatNumber(language, replyWaits),
      mine: formatNumber(language, mine),
      held: formatNumber(language, held),
    },
  }
}

/** The names of the areas that somebody is limited to. */
async function namesOf(areas: string[]): Promise<string[]> {
  if (areas.length === 0) return []
  return (await districtAreas()).filter(({ code }) => areas.includes(code)).map(({ name }) => name)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Home() {
  return <StaffHome {...useLoaderData<typeof loader>()} />
}
