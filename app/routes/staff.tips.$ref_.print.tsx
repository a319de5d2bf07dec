import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { printTip } from '#app/domain/tips/print-tip.server.ts'
import { found } from '#app/http/answers.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { requireUnlocked } from '#app/http/require-tips.server.ts'
import { besideTip } from '#app/http/tell-tip.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { LockedWhenIdle } from '#app/ui/tips/locked-when-idle.tsx'
import { TipDocument } from '#app/ui/tips/tip-document.tsx'
import { tipView } from '#app/ui/tips/tip-view.server.ts'

export const handle = { texts: ['tips'] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ref = refFrom(params)
  const { staff, tipsKey } = await requireUnlocked(request, { ref, fresh: paths.staffTipVerb(ref, 'print') })
  const language = await staffLanguage(request)
  const tip = found(await printTip(staff, ref, tipsKey))
  return { tip: tipView(tip, language, await besideTip(tip, language)), idle: settings().tipsIdleMinutes }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.tip.title)

export default function Print() {
  const { tip, idle } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <LockedWhenIdle minutes={idle} to={tip.ref}>
      <div className="flex flex-col gap-6">
        <p className="no-print">
          <a href={paths.staffTip(tip.ref)}>{t('tips:document.back')}</a>
        </p>
        <TipDocument tip={tip} />
      </div>
    </LockedWhenIdle>
  )
}
