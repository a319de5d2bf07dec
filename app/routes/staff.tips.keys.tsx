import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { standingOfKeys } from '#app/domain/tips/holders.server.ts'
import { lacksOf } from '#app/domain/tips/lacks-substitutes.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { requireTips } from '#app/http/require-tips.server.ts'
import { keyVerb, postToKeys } from '#app/http/tip-key-posts.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import type { KeysReply } from '#app/ui/tips/keys-reply.ts'
import { TipKeysPage } from '#app/ui/tips/tip-keys-page.tsx'
import { TipShares } from '#app/ui/tips/tip-shares.tsx'

export const handle = { texts: ['tips'] }

const requireKeys = (request: Request) => requireTips(request, { fresh: paths.staffTipsKeys() })

export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, unlocked } = await requireKeys(request)
  const language = await staffLanguage(request)
  const { holders, officers, recoveryKey, tipsKey } = await standingOfKeys(staff)
  const since = (key: { madeOn: string } | undefined) => (key ? formatDay(language, key.madeOn) : null)
  return {
    title: words(language)('tips:keys.title'),
    own: staff.id,
    open: unlocked?.tipsKey !== undefined,
    taken: await tipsAreTaken(),
    holders: holders.map(({ publicKey: _, ...one }) => ({ ...one, lacks: lacksOf(one, { holders, officers }) })),
    officers,
    recoveryKey: { id: recoveryKey?.id ?? '', since: since(recoveryKey) },
    tipsKey: { since: since(tipsKey), rotationIsDue: Boolean(tipsKey?.rotationDueOn) },
    done: keyVerb(new URL(request.url).searchParams.get('done')),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  return postToKeys(request, await requireKeys(request), await readForm(request, z.object({})))
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Keys() {
  const shown = useLoaderData<typeof loader>()
  const reply = useActionData<KeysReply>()
  return reply?.shares ? (
    <TipShares shares={reply.shares} since={shown.recoveryKey.since} />
  ) : (
    <TipKeysPage {...shown} reply={reply} />
  )
}
