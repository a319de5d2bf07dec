import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { standingOfKeys } from '#app/domain/tips/holders.server.ts'
import { openTip } from '#app/domain/tips/open-tip.server.ts'
import { found } from '#app/http/answers.server.ts'
import { freshFormToken } from '#app/http/form-token.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { requireUnlocked } from '#app/http/require-tips.server.ts'
import { besideTip } from '#app/http/tell-tip.server.ts'
import { postToTip, tipVerb } from '#app/http/tip-posts.server.ts'
import { pick } from '#app/i18n/languages.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { LockedWhenIdle } from '#app/ui/tips/locked-when-idle.tsx'
import { TipPage, type TipReply } from '#app/ui/tips/tip-page.tsx'
import { tipView } from '#app/ui/tips/tip-view.server.ts'

export const handle = { texts: ['tips'] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ref = refFrom(params)
  const { staff, tipsKey } = await requireUnlocked(request, { ref })
  const language = await staffLanguage(request)
  const tip = found(await openTip(staff, ref, tipsKey))
  const { holders } = await standingOfKeys(staff)
  return {
    tip: tipView(tip, language, await besideTip(tip, language)),
    holders: holders.filter(({ granted, active }) => granted && active).map(({ id, name }) => ({ id, name })),
    formToken: await freshFormToken(),
    signsAs: pick(staff.signsAs, language).text,
    idle: settings().tipsIdleMinutes,
    done: tipVerb(new URL(request.url).searchParams.get('done')),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ref = refFrom(params)
  const { staff, tipsKey } = await requireUnlocked(request, { ref })
  return postToTip({ staff, ref, tipsKey }, await readForm(request, z.object({})))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.tip.title)

export default function Tip() {
  const { idle, ...shown } = useLoaderData<typeof loader>()
  const reply = useActionData<TipReply>()
  return (
    <LockedWhenIdle minutes={idle} to={shown.tip.ref}>
      <TipPage {...shown} reply={reply} />
    </LockedWhenIdle>
  )
}
