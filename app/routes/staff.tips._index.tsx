import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { tipStatuses } from '#app/domain/tips/statuses.server.ts'
import { tipsOnDesk } from '#app/domain/tips/desk.server.ts'
import { standingOfKeys } from '#app/domain/tips/holders.server.ts'
import { overdue } from '#app/domain/tips/unopened.server.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { requireTips, type TipsSession } from '#app/http/require-tips.server.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber, stockholmDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { TipListPage, type TipDesk } from '#app/ui/tips/tip-list-page.tsx'
import { tipRowsView } from '#app/ui/tips/tip-list-view.server.ts'

export const handle = { texts: ['tips'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await requireTips(request)
  const language = await staffLanguage(request)
  const standing = await standingOf(session)
  return {
    title: words(language)('tips:list.title'),
    standing,
    taken: await tipsAreTaken(),
    // Who cannot open tips learns of none: neither where, when nor how many.
    desk: standing === 'open' || standing === 'locked' ? await deskOf(session, { request, language }) : null,
  }
}

/** One page of the list, with what waits and how many there are. */
async function deskOf(
  { staff, unlocked }: TipsSession,
  { request, language }: { request: Request; language: Language },
): Promise<TipDesk> {
  const t = words(language)
  const asked = new URL(request.url).searchParams
  const status = tipStatuses.find((one) => one === asked.get('status'))
  const page = Math.min(Math.max(Math.trunc(Number(asked.get('page'))) || 1, 1), 10_000)
  const { tips, hasNext, counts } = await tipsOnDesk(staff, { status, page, tipsKey: unlocked?.tipsKey })
  const days = await overdue(staff)
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  return {
    overdue: days === undefined ? null : t('tips:list.overdue', { count: days }),
    rows: tipRowsView(tips, language, stockholmDay(new Date())),
    filters: ['' as const, ...tipStatuses].map((one) => ({
      status: one,
      label: t(one ? `tips:status.${one}` : 'tips:status.all'),
      count: formatNumber(language, one ? (counts[one] ?? 0) : all),
      current: (status ?? '') === one,
    })),
    ...{ page, hasNext, status },
  }
}

/** Whether she can read tips now, has to unlock them, waits to be granted them, or has no passphrase yet. */
async function standingOf({ staff, unlocked }: TipsSession): Promise<'open' | 'locked' | 'waits' | 'none'> {
  if (unlocked?.tipsKey) return 'open'
  const { holders } = await standingOfKeys(staff)
  const own = holders.find(({ id }) => id === staff.id)
  if (!own) return 'none'
  return own.granted ? 'locked' : 'waits'
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Tips() {
  return <TipListPage {...useLoaderData<typeof loader>()} />
}
