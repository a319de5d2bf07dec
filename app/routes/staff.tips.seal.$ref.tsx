import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusals } from '#app/domain/refusals.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { isGranted } from '#app/domain/tips/holders.server.ts'
import { sealAsTip } from '#app/domain/tips/seal-as-tip.server.ts'
import { found } from '#app/http/answers.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { requireTips } from '#app/http/require-tips.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { SealPage } from '#app/ui/tips/seal-page.tsx'

export const handle = { texts: ['tips'] }

/** What it means to seal a submission as a tip, before it is done. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff } = await requireTips(request)
  const submission = found(await findForStaff(staff, refFrom(params)))
  if (submission.receivingAuthority !== 'polisen') throw new Response(null, { status: 404 })
  return {
    title: words(await staffLanguage(request))('tips:seal.title'),
    submission: submission.ref,
    category: submission.category,
    areaName: submission.areaName,
    published: submission.publishedAt !== null,
    granted: await isGranted(staff),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ref = refFrom(params)
  const { staff } = await requireTips(request)
  const result = await sealAsTip(staff, ref)
  if (!('refused' in result)) return redirect(paths.staffTip(result.sealed), 303)
  if (result.refused === 'not-found') throw new Response(null, { status: 404 })
  return data({ refused: result.refused }, { status: refusals[result.refused] })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Seal() {
  const reply = useActionData<typeof action>()
  return <SealPage {...useLoaderData<typeof loader>()} refused={reply?.refused} />
}
