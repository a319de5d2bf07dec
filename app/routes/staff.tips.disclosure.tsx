import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { discloseTip } from '#app/domain/tips/disclose-tip.server.ts'
import { disclosureInput } from '#app/domain/tips/input.ts'
import { countTipsTry } from '#app/http/count-tips-try.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { requireDiscloser } from '#app/http/require-tips.server.ts'
import { besideTip } from '#app/http/tell-tip.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { DisclosurePage, type DisclosureReply } from '#app/ui/tips/disclosure-page.tsx'
import { tipView } from '#app/ui/tips/tip-view.server.ts'

export const handle = { texts: ['tips'] }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireDiscloser(request)
  return { title: words(await staffLanguage(request))('tips:disclosure.title') }
}

/** Opens one tip for this answer alone: nothing stays open. Every try is counted first. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireDiscloser(request)
  const { input, values, errors } = await readForm(request, disclosureInput)
  const ref = values.ref ?? ''
  const throttled = await countTipsTry(request, staff, { ref, errors: {} })
  if (throttled) return throttled
  if (!input) return data({ ref, errors }, { status: 422 })
  const result = await discloseTip(staff, { ref: input.ref, shares: [input.share1, input.share2] })
  if ('refused' in result) return data({ ref, errors: {}, refused: result.refused }, { status: 422 })
  const language = await staffLanguage(request)
  return data({
    tip: tipView(result.tip, language, { ...(await besideTip(result.tip, language)), photos: result.photos }),
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Disclosure() {
  return <DisclosurePage title={useLoaderData<typeof loader>().title} reply={useActionData<DisclosureReply>()} />
}
