import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDisposalRule } from '#app/domain/records/add-disposal-rule.server.ts'
import { approveDisposalRule } from '#app/domain/records/approve-disposal-rule.server.ts'
import { disposalProtocol, disposalRulesOf } from '#app/domain/records/disposal-rules.server.ts'
import { endDisposalRule } from '#app/domain/records/end-disposal-rule.server.ts'
import { disposalInput, type DisposalInput } from '#app/domain/records/input.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { refuse } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { requireFresh, staffLanguage } from '#app/http/require-staff.server.ts'
import { tellDisposal } from '#app/http/tell-disposal.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { DisposalPage } from '#app/ui/records/disposal-page.tsx'

export const handle = { texts: ['records'] }

/** What is disposed of is gone for good, so who decides it proves first that it is she. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff } = await requireFresh(request, 'disposal.edit')
  const language = await staffLanguage(request)
  const rules = await disposalRulesOf(staff)
  return {
    title: words(language)('records:disposal.title'),
    done: new URL(request.url).searchParams.get('done'),
    ...tellDisposal(language, { rules, protocol: await disposalProtocol(staff) }),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { staff } = await requireFresh(request, 'disposal.edit')
  const form = await readForm(request, disposalInput)
  if (!form.input) return invalid(form)
  const result = await act(staff, form.input)
  return 'refused' in result ? refuse(result) : redirect(`${paths.staffDisposal()}?done=${form.input.verb}`, 303)
}

function act(staff: Staff, input: DisposalInput) {
  if (input.verb === 'add') {
    const { verb: _, ...rule } = input
    return addDisposalRule(staff, rule)
  }
  return (input.verb === 'approve' ? approveDisposalRule : endDisposalRule)(staff, input.rule)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

type Reply = { values?: Record<string, string>; errors?: Record<string, string>; refused?: string }

export default function Disposal() {
  const reply = useActionData<typeof action>() as Reply | undefined
  return <DisposalPage {...useLoaderData<typeof loader>()} reply={reply ?? {}} />
}
