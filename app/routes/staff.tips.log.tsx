import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { logInput } from '#app/domain/tips/input.ts'
import { logOfTips } from '#app/domain/tips/log-of-tips.server.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { requireUnlocked } from '#app/http/require-tips.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { LockedWhenIdle } from '#app/ui/tips/locked-when-idle.tsx'
import { TipLogPage } from '#app/ui/tips/tip-log-page.tsx'
import { tipLogView } from '#app/ui/tips/tip-log-view.server.ts'

export const handle = { texts: ['tips'] }

/** What holders have done, for holders who have tips open. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff } = await requireUnlocked(request)
  const language = await staffLanguage(request)
  const asked = logInput.parse(Object.fromEntries(new URL(request.url).searchParams))
  return {
    title: words(language)('tips:log.title'),
    idle: settings().tipsIdleMinutes,
    of: asked.ref ?? null,
    ...tipLogView(language, await logOfTips(staff, asked)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Log() {
  const { idle, ...shown } = useLoaderData<typeof loader>()
  return (
    <LockedWhenIdle minutes={idle}>
      <TipLogPage {...shown} />
    </LockedWhenIdle>
  )
}
