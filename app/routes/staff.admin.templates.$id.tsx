import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeTemplate } from '#app/domain/templates/change-template.server.ts'
import { findTemplate } from '#app/domain/templates/queries.server.ts'
import { retireTemplate } from '#app/domain/templates/retire-template.server.ts'
import { templateInput } from '#app/domain/templates/template-input.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { found, refuse } from '#app/http/answers.server.ts'
import { invalid, readForm, refusedForm } from '#app/http/forms.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { previewOf, templateForm, valuesOfTemplate } from '#app/http/template-form.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { languageTags } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { TemplatePage } from '#app/ui/templates/template-page.tsx'

export const handle = { texts: ['templates', 'question-editor'] }

/** The template of an address; one that is retired is not there. */
const templateFrom = async (staff: Staff, { id = '' }: { id?: string | undefined }) =>
  found(await findTemplate(staff, id))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'templates.edit')
  const template = await templateFrom(staff, params)
  const language = await staffLanguage(request)
  return {
    title: words(language)('templates:change'),
    ...{ address: paths.staffTemplate(template.id), isNew: false },
    ...{ values: valuesOfTemplate(template), parts: templateForm(language) },
  }
}

/** Shows what it would say, writes it anew, or retires it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'templates.edit')
  const { id } = await templateFrom(staff, params)
  const form = await readForm(request, templateInput(languageTags))
  if (form.values.go === 'retire') {
    const gone = await retireTemplate(staff, id)
    return 'refused' in gone ? refuse(gone) : redirect(`${paths.staffTemplates()}?done=retire`, 303)
  }
  if (!form.input) return invalid(form)
  if (form.values.go === 'preview')
    return { values: form.values, errors: {}, preview: await previewOf(staff, form.values) }
  const result = await changeTemplate(staff, id, form.input)
  if ('refused' in result) return refusedForm(form, result)
  return redirect(`${paths.staffTemplates()}?done=change`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function OneTemplate() {
  return <TemplatePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
