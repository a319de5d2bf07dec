import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusals, type Refused } from '#app/domain/refusals.ts'
import { endRule } from '#app/domain/rules/end-rule.server.ts'
import { ruleChangeInput } from '#app/domain/rules/input.server.ts'
import { moveRule } from '#app/domain/rules/move-rule.server.ts'
import { resumeRule } from '#app/domain/rules/resume-rule.server.ts'
import { ruleVerbs, type RuleVerb } from '#app/domain/rules/rule-verbs.ts'
import { tryChange } from '#app/domain/rules/try-change.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { found } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { ruleChoices } from '#app/http/rule-choices.server.ts'
import { tellChange } from '#app/http/tell-change.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { ChangePage } from '#app/ui/rules/change-page.tsx'

export const handle = { texts: ['rules'] }

/** What the address says is to be done to which rule. */
const changeFrom = ({ id = '', verb }: { id?: string | undefined; verb?: string | undefined }) => ({
  id,
  verb: found(ruleVerbs.find((one) => one === verb)),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'rules.edit')
  const { id, verb } = changeFrom(params)
  const trial = await tryChange(staff, { id, verb })
  if ('refused' in trial) throw stopped(trial)
  const language = await staffLanguage(request)
  return {
    title: words(language)(`rules:change.title.${verb}`, { name: trial.rule.name }),
    ...{ verb, address: paths.staffRuleVerb(id, verb) },
    change: tellChange(language, trial, await ruleChoices(staff, language)),
  }
}

/** Does it, as it was tried; what was tried among other rules is tried anew and shown. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'rules.edit')
  const { id, verb } = changeFrom(params)
  const form = await readForm(request, ruleChangeInput)
  if (!form.input) return invalid(form)
  const result = await change(staff, id, { verb, tried: form.input.tried })
  if (!('refused' in result)) return redirect(`${paths.staffRules()}?done=${verb}`, 303)
  if (result.refused !== 'rule-not-tried') throw stopped(result)
  return data({ refused: result.refused }, { status: refusals[result.refused] })
}

function change(staff: Staff, id: string, { verb, tried }: { verb: RuleVerb; tried: string }) {
  if (verb === 'end') return endRule(staff, id, tried)
  return verb === 'resume' ? resumeRule(staff, id, tried) : moveRule(staff, id, { verb, tried })
}

/** What cannot be done any more is told where the rules are listed as they are now. */
const stopped = ({ refused }: Refused): Response =>
  refused === 'changed-meanwhile'
    ? redirect(`${paths.staffRules()}?refused=${refused}`, 303)
    : new Response(null, { status: refusals[refused] })

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function ChangeRule() {
  return <ChangePage {...useLoaderData<typeof loader>()} isStale={useActionData<typeof action>() !== undefined} />
}
