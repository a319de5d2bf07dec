import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { rulesForStaff } from '#app/domain/rules/rules-for-staff.server.ts'
import { found } from '#app/http/answers.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { ruleChoices } from '#app/http/rule-choices.server.ts'
import { postRule, valuesOfRule } from '#app/http/rule-form.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { RulePage } from '#app/ui/rules/rule-page.tsx'

export const handle = { texts: ['rules'] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'rules.edit')
  const language = await staffLanguage(request)
  const rule = found((await rulesForStaff(staff)).find(({ id }) => id === params.id))
  return {
    title: words(language)('rules:form.change', { name: rule.name }),
    ...{ address: paths.staffRule(rule.id), values: valuesOfRule(rule) },
    choices: await ruleChoices(staff, language),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'rules.edit')
  const { id } = found((await rulesForStaff(staff)).find((rule) => rule.id === params.id))
  return postRule(request, { staff, language: await staffLanguage(request), id })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Rule() {
  return <RulePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
