import { data, redirect } from '@remix-run/node'
import { refusals, type Refused } from '#app/domain/refusals.ts'
import { addRule } from '#app/domain/rules/add-rule.server.ts'
import { changeRule } from '#app/domain/rules/change-rule.server.ts'
import { ruleInput } from '#app/domain/rules/input.server.ts'
import type { Rule } from '#app/domain/rules/rules-of.server.ts'
import { tryRule } from '#app/domain/rules/try-rule.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { readForm, type FormReply } from './forms.server.ts'
import { ruleChoices } from './rule-choices.server.ts'
import { tellTrial, type ShownTrial } from './tell-rules.server.ts'

export type RuleReply = FormReply & { refused?: Refused['refused']; trial?: ShownTrial }
type Post = { staff: Staff; language: Language; id?: string | undefined }

/**
 * Tries the rule that was posted and shows what it would have done, or saves one that has been tried as it is. What is
 * wrong or refused is shown again with everything kept; a rule that is saved untried, or after others were changed, is
 * tried first.
 */
export async function postRule(request: Request, { staff, language, id }: Post) {
  const form = await readForm(request, ruleInput)
  const { values, errors } = form
  if (!form.input) return data<RuleReply>({ values, errors }, { status: 422 })
  const { verb, tried, ...rule } = form.input
  const saved = verb === 'save' ? await save(staff, { id, rule, tried }) : undefined
  if (saved && !('refused' in saved)) return redirect(`${paths.staffRules()}?done=${id ? 'change' : 'add'}`, 303)
  const refused = saved?.refused
  if (refused && refused !== 'rule-not-tried') return again(form, { refused })
  const trial = await tryRule(staff, { id, rule })
  if ('refused' in trial) return again(form, trial)
  const told = { values, errors, trial: tellTrial(language, trial, await ruleChoices(staff, language)) }
  return data<RuleReply>({ ...told, ...(refused && { refused }) }, { status: refused ? refusals[refused] : 200 })
}

function again({ values, errors }: FormReply, { refused }: Refused) {
  if (refused === 'not-found' || refused === 'not-allowed') throw new Response(null, { status: refusals[refused] })
  return data<RuleReply>({ values, errors, refused }, { status: refusals[refused] })
}

type Saved = { id: string | undefined; rule: Parameters<typeof addRule>[1]['rule']; tried: string }

const save = (staff: Staff, { id, ...given }: Saved) =>
  id ? changeRule(staff, { id, ...given }) : addRule(staff, given)

/** What the form of a rule shows of one that is there. */
export function valuesOfRule(rule: Rule): Record<string, string> {
  const { id: _, ...fields } = rule
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(name === 'words' ? '\n' : ',') : String(value ?? ''),
    ]),
  )
}
