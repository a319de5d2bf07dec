import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ruleVerbs } from '#app/domain/rules/rule-verbs.ts'
import { endedRulesForStaff, rulesForStaff } from '#app/domain/rules/rules-for-staff.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { ruleChoices } from '#app/http/rule-choices.server.ts'
import { tellRules } from '#app/http/tell-rules.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { RulesPage } from '#app/ui/rules/rules-page.tsx'

export const handle = { texts: ['rules'] }

const dones = ['add', 'change', ...ruleVerbs] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'rules.edit')
  const language = await staffLanguage(request)
  const asked = new URL(request.url).searchParams
  const choices = await ruleChoices(staff, language)
  return {
    title: words(language)('rules:title'),
    limited: staff.areas.length > 0,
    rules: await tellRules(language, await rulesForStaff(staff), choices),
    ended: await tellRules(language, await endedRulesForStaff(staff), choices),
    done: dones.find((done) => done === asked.get('done')),
    refused: (['changed-meanwhile'] as const).find((refused) => refused === asked.get('refused')),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Rules() {
  return <RulesPage {...useLoaderData<typeof loader>()} />
}
