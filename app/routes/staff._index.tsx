import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { may } from '#app/domain/staff/permissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { mostCounted, queueCounts } from '#app/domain/submissions/queue-counts.server.ts'
import { readsTips } from '#app/domain/tips/reads-tips.ts'
import { tipsThatWait } from '#app/domain/tips/tips-that-wait.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatList, formatNumber, formatUpTo } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { StaffHome, type WaitingTips } from '#app/ui/staff/staff-home.tsx'

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
    insights: may(staff, 'insights'),
    outbox: may(staff, 'outbox.read'),
    asks: may(staff, 'questions.edit'),
    people: may(staff, 'staff.edit'),
    language,
    ...(await tipsFor(staff, language)),
    counts: inWords(language, {
      unscreened: received + screening,
      again,
      ...{ replyWaits, mine, held },
    }),
  }
}

/** Each number in words, up to what is counted. */
const inWords = <Name extends string>(language: Language, counts: Record<Name, number>) =>
  Object.fromEntries(
    Object.entries<number>(counts).map(([name, count]) => [name, formatUpTo(language, count, mostCounted)]),
  ) as Record<Name, string>

/** The names of the areas that somebody is limited to. */
async function namesOf(areas: string[]): Promise<string[]> {
  if (areas.length === 0) return []
  return (await districtAreas()).filter(({ code }) => areas.includes(code)).map(({ name }) => name)
}

/** What waits of tips, in words; for who cannot open them there is not even an empty place for it. */
async function tipsFor(staff: Staff, language: Language): Promise<{ tips?: WaitingTips }> {
  const waiting = readsTips(staff) ? await tipsThatWait(staff) : undefined
  if (!waiting) return {}
  const t = words(language)
  const counts = Object.entries(waiting).map(([key, count]) => ({
    count: formatNumber(language, count),
    label: t(`tips:home.${key}`, { count }),
  }))
  return { tips: { title: t('tips:list.title'), counts } }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Home() {
  return <StaffHome {...useLoaderData<typeof loader>()} />
}
