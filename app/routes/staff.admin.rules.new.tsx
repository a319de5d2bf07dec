import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEditRules } from '#app/domain/rules/may-edit-rules.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { ruleChoices } from '#app/http/rule-choices.server.ts'
import { postRule } from '#app/http/rule-form.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { RulePage } from '#app/ui/rules/rule-page.tsx'

export const handle = { texts: ['rules'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'rules.edit')
  if (!mayEditRules(staff)) throw new Response(null, { status: 403 })
  const language = await staffLanguage(request)
  const values: Record<string, string> = {}
  const choices = await ruleChoices(staff, language)
  return { title: words(language)('rules:form.new'), address: paths.staffNewRule(), values, choices }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'rules.edit')
  return postRule(request, { staff, language: await staffLanguage(request) })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function NewRule() {
  return <RulePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
