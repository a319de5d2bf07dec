import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskFilters, tipsOnDesk } from '#app/domain/tips/desk.server.ts'
import { standingAmong, standingOfKeys } from '#app/domain/tips/holders.server.ts'
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
  const keys = await standingOfKeys(session.staff)
  const own = session.unlocked?.tipsKey ? ('open' as const) : standingAmong(keys.holders, session.staff)
  const standing = own === 'granted' ? ('locked' as const) : own
  return {
    title: words(language)('tips:list.title'),
    standing,
    taken: await tipsAreTaken(),
    idle: settings().tipsIdleMinutes,
    // Who cannot open tips learns of none: neither where, when nor how many.
    desk: standing === 'open' || standing === 'locked' ? await deskOf(session, { request, language, keys }) : null,
  }
}

type Keys = Awaited<ReturnType<typeof standingOfKeys>>

/** One page of the list, with what waits and how many there are. */
async function deskOf(
  { staff, unlocked }: TipsSession,
  { request, language, keys }: { request: Request; language: Language; keys: Keys },
): Promise<TipDesk> {
  const t = words(language)
  const asked = new URL(request.url).searchParams
  const filter = deskFilters.find((one) => one === asked.get('status'))
  const page = Math.min(Math.max(Math.trunc(Number(asked.get('page'))) || 1, 1), 10_000)
  const { tips, hasNext, counts } = await tipsOnDesk(staff, { filter, page, tipsKey: unlocked?.tipsKey })
  const days = await overdue(staff)
  const absent = await waitsInPlaceOf(staff)
  const lacking = (what: 'deputy' | 'head') =>
    keys.holders.filter((one) => lacksOf(one, keys).includes(what)).map(({ name }) => name)
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

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Tips() {
  const { idle, ...shown } = useLoaderData<typeof loader>()
  const page = <TipListPage {...shown} />
  return shown.standing === 'open' ? <LockedWhenIdle minutes={idle}>{page}</LockedWhenIdle> : page
}
