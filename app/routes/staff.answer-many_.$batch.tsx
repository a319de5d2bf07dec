import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isUuid } from '#app/domain/is-uuid.ts'
import { approveBatch } from '#app/domain/submissions/approve-batch.server.ts'
import { batchOfPlans } from '#app/domain/submissions/batch-of-plans.server.ts'
import { cancelBatch } from '#app/domain/submissions/cancel-batch.server.ts'
import { found } from '#app/http/answers.server.ts'
import { refusedForm, postedWith } from '#app/http/forms.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { tellBatch } from '#app/http/tell-batch.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { BatchPage } from '#app/ui/templates/batch-page.tsx'

export const handle = { texts: ['templates'] }

/** What waits to be answered together, each case with what its resident is to read, and what became of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const language = await staffLanguage(request)
  const batch = batchFrom(params.batch)
  const plans = await batchOfPlans(staff, batch)
  if (plans.length === 0) throw new Response(null, { status: 404 })
  const done = ['planned', 'approve', 'cancel'].find((one) => one === new URL(request.url).searchParams.get('done'))
  const title = words(language)('templates:batch.title')
  return { title, here: paths.staffBatch(batch), done, ...tellBatch(staff, language, plans) }
}

/** Approves all that she has read, or gives none of it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const batch = batchFrom(params.batch)
  const values = (await postedWith(request)) ?? {}
  const isCancelled = values.go === 'cancel'
  const result = isCancelled
    ? await cancelBatch(staff, batch)
    : await approveBatch(staff, batch, (values.seen ?? '').split(',').filter(Boolean))
  if ('refused' in result) return refusedForm({ values, errors: {} }, result)
  return redirect(paths.staffBatch(batch, isCancelled ? 'cancel' : 'approve'), 303)
}

const batchFrom = (batch = ''): string => found(isUuid(batch) ? batch : undefined)

export const meta: MetaFunction<typeof loader> = ({ data: told }) => pageTitle(told?.title)

export default function Batch() {
  return <BatchPage {...useLoaderData<typeof loader>()} refused={useActionData<{ refused?: string }>()?.refused} />
}
