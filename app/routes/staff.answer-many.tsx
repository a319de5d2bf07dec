import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerMany } from '#app/domain/submissions/answer-many.server.ts'
import { mostAtOnce } from '#app/domain/submissions/answerable-cases.server.ts'
import { draftsOf } from '#app/domain/submissions/drafts-of.server.ts'
import { publicCategories } from '#app/domain/submissions/published.server.ts'
import { answerInput } from '#app/domain/submissions/staff-input.server.ts'
import { answerTemplates } from '#app/domain/templates/queries.server.ts'
import { unknownPlaceholders } from '#app/domain/templates/placeholders.ts'
import { refusals } from '#app/domain/refusals.ts'
import {
  changedSince,
  manyAnswers,
  manyCases,
  refsIn,
  tellAnswerable,
  tellMany,
  withManyTemplate,
} from '#app/http/answer-many.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { offeredLanguages } from '#app/http/request.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { tellDraft } from '#app/http/tell-drafts.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import { languages, pick } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { AnswerManyPage } from '#app/ui/templates/answer-many-page.tsx'

export const handle = { texts: ['templates'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const language = await staffLanguage(request)
  const t = words(language)
  const asked = new URL(request.url).searchParams
  const count = Number(/^\d{1,3}$/.exec(asked.get('done') ?? '')?.[0] ?? 0)
  const { cases, more, category, query, ...told } = await manyCases(staff, asked)
  const most = formatNumber(language, mostAtOnce)
  return {
    title: t('templates:many.title'),
    ...told,
    category: category ?? '',
    here: paths.staffAnswerMany(query),
    draftAt: paths.staffAnswerManyDraft(query),
    draft: tellDraft(language, (await draftsOf(staff, null))['answer-many']),
    signsAs: pick(staff.signsAs, language).text,
    done: count > 0 ? t('templates:many.done', { count }) : undefined,
    most: t('templates:many.atMost', { most }),
    more: more ? t(cases.length < mostAtOnce ? 'templates:many.cut' : 'templates:many.firstOnly', { most }) : undefined,
    categories: publicCategories.map((one) => ({ value: one, label: t(`categories:${one}`) })),
    cases: cases.map((one) => tellAnswerable(language, one)),
    languages: offeredLanguages().map((tag) => ({ tag, name: languages[tag].name })),
    templates: (await answerTemplates(staff)).map(({ id, name, body }) => ({ id, name, text: body.sv })),
  }
}

/** Puts a template in, shows what each would be answered, or answers all of them, now or at a time. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const form = await readForm(request, answerInput(offeredLanguages()), { after: '0' })
  const { values } = form
  if (values.insert !== undefined) return { values: await withManyTemplate(staff, values), errors: {} }
  if (values.go === 'change') return { values, errors: {} }
  const refs = refsIn(values)
  const wrong = Object.keys(values)
    .filter((name) => name.startsWith('answer.') && unknownPlaceholders(values[name]!).length > 0)
    .map((name) => [name, 'unknown-placeholder'] as const)
  const errors = { ...(refs.length === 0 ? { ref: 'missing' } : {}), ...form.errors, ...Object.fromEntries(wrong) }
  if (!form.input || Object.keys(errors).length > 0) return invalid({ values, errors })

  const answers = await manyAnswers(staff, refs, form.input.body)
  const preview = await tellMany(staff, await staffLanguage(request), { given: form.input, answers })
  if (values.go !== 'send') return { values, errors: {}, preview }
  const changed = changedSince(values.seen ?? '', answers)
  const { audience, at } = form.input
  const result = changed
    ? { refused: 'changed-meanwhile' as const, ref: changed }
    : await answerMany(staff, { cases: answers.cases, audience, at })
  if ('refused' in result) return data({ values, errors: {}, preview, ...result }, { status: refusals[result.refused] })
  if ('batch' in result) return redirect(paths.staffBatch(result.batch, 'planned'), 303)
  return redirect(paths.staffAnswerMany(backToRest(request, result.answered)), 303)
}

/** The way back to what is left of the queue or subject that she came with, none of it ticked. */
function backToRest(request: Request, answered: number): string {
  const asked = new URL(request.url).searchParams
  const query = new URLSearchParams({ done: String(answered) })
  for (const name of ['from', 'category']) if (asked.get(name)) query.set(name, asked.get(name)!)
  return query.toString()
}

export const meta: MetaFunction<typeof loader> = ({ data: told }) => pageTitle(told?.title)

export default function AnswerMany() {
  return <AnswerManyPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
