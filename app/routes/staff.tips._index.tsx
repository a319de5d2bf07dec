import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskFilters, tipsOnDesk } from '#app/domain/tips/desk.server.ts'
import { standingOfKeys } from '#app/domain/tips/holders.server.ts'
import { lacksOf } from '#app/domain/tips/lacks-substitutes.ts'
import { overdue, waitsInPlaceOf } from '#app/domain/tips/unopened.server.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { requireTips, type TipsSession } from '#app/http/require-tips.server.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatList, formatNumber, stockholmDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { LockedWhenIdle } from '#app/ui/tips/locked-when-idle.tsx'
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
    idle: settings().tipsIdleMinutes,
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
  const filter = deskFilters.find((one) => one === asked.get('status'))
  const page = Math.min(Math.max(Math.trunc(Number(asked.get('page'))) || 1, 1), 10_000)
  const { tips, hasNext, counts } = await tipsOnDesk(staff, { filter, page, tipsKey: unlocked?.tipsKey })
  const days = await overdue(staff)
  const absent = await waitsInPlaceOf(staff)
  const standing = await standingOfKeys(staff)
  const lacking = (what: 'deputy' | 'head') =>
    standing.holders.filter((one) => lacksOf(one, standing).includes(what)).map(({ name }) => name)
  return {
    overdue: days === undefined ? null : t('tips:list.overdue', { count: days }),
    inPlaceOf: absent.length === 0 ? null : t('tips:list.inPlaceOf', { names: formatList(language, absent) }),
    lacks: (['deputy', 'head'] as const).flatMap((what) => {
      const names = lacking(what)
      return names.length === 0 ? [] : [t(`tips:list.lacks.${what}`, { names: formatList(language, names) })]
    }),
    rows: tipRowsView(tips, language, stockholmDay(new Date())),
    filters: ['' as const, ...deskFilters].map((one) => ({
      status: one,
      label: t(`tips:filter.${one || 'all'}`),
      count: formatNumber(language, counts[one || 'all']),
      current: (filter ?? '') === one,
    })),
    ...{ page, hasNext, status: filter },
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
  const { idle, ...shown } = useLoaderData<typeof loader>()
  const page = <TipListPage {...shown} />
  return shown.standing === 'open' ? <LockedWhenIdle minutes={idle}>{page}</LockedWhenIdle> : page
}
