import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endRule } from '#app/domain/rules/end-rule.server.ts'
import { ruleVerbInput } from '#app/domain/rules/input.server.ts'
import { moveRule } from '#app/domain/rules/move-rule.server.ts'
import { rulesForStaff } from '#app/domain/rules/rules-for-staff.server.ts'
import { found, refuse } from '#app/http/answers.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { ruleChoices } from '#app/http/rule-choices.server.ts'
import { tellRules } from '#app/http/tell-rules.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { RulesPage } from '#app/ui/rules/rules-page.tsx'

export const handle = { texts: ['rules'] }

const dones = ['add', 'change', 'up', 'down', 'end'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'rules.edit')
  const language = await staffLanguage(request)
  const asked = new URL(request.url).searchParams.get('done')
  return {
    title: words(language)('rules:title'),
    limited: staff.areas.length > 0,
    rules: await tellRules(language, await rulesForStaff(staff), await ruleChoices(staff, language)),
    done: dones.find((done) => done === asked),
  }
}

/** Moves a rule past another, or ends it. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'rules.edit')
  const { input } = await readForm(request, ruleVerbInput)
  const { verb, rule, from } = found(input)
  const result =
    verb === 'end' ? await endRule(staff, rule) : await moveRule(staff, rule, { from, by: verb === 'up' ? -1 : 1 })
  return 'refused' in result ? refuse(result) : redirect(`${paths.staffRules()}?done=${verb}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Rules() {
  return <RulesPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />
}
