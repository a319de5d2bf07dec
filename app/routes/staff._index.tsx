import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { may } from '#app/domain/staff/permissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { countOf, queueCounts, type Count } from '#app/domain/submissions/queue-counts.server.ts'
import { readsTips } from '#app/domain/tips/reads-tips.ts'
import { tipsThatWait } from '#app/domain/tips/tips-that-wait.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatList, formatCount, formatNumber } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { StaffHome, type WaitingTips } from '#app/ui/staff/staff-home.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request)
  const language = await staffLanguage(request)
  const reads = may(staff, 'submissions.read')
  const counted = reads ? await queueCounts(staff) : undefined
  const none = countOf(0)
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
    counts: inWords(language, counted ?? { unscreened: none, again: none, replyWaits: none, mine: none, held: none }),
  }
}

/** Each number in words, up to what is counted. */
const inWords = <Name extends string>(language: Language, counts: Record<Name, Count>) =>
  Object.fromEntries(
    Object.entries<Count>(counts).map(([name, count]) => [name, formatCount(language, count)]),
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
