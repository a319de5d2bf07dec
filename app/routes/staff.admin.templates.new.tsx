import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addTemplate } from '#app/domain/templates/add-template.server.ts'
import { mayEditTemplates } from '#app/domain/templates/may-edit-templates.ts'
import { templateInput } from '#app/domain/templates/template-input.server.ts'
import { invalid, readForm, refusedForm } from '#app/http/forms.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { previewOf, templateForm, valuesOfTemplate } from '#app/http/template-form.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { languageTags } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { TemplatePage } from '#app/ui/templates/template-page.tsx'

export const handle = { texts: ['templates', 'question-editor'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'templates.edit')
  if (!mayEditTemplates(staff)) throw new Response(null, { status: 403 })
  const language = await staffLanguage(request)
  return {
    title: words(language)('templates:add'),
    ...{ address: paths.staffNewTemplate(), isNew: true },
    ...{ values: valuesOfTemplate(undefined), parts: templateForm(language) },
  }
}

/** Shows what it would say, or writes it. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'templates.edit')
  const form = await readForm(request, templateInput(languageTags))
  if (!form.input) return invalid(form)
  if (form.values.go === 'preview')
    return { values: form.values, errors: {}, preview: await previewOf(staff, form.values) }
  const result = await addTemplate(staff, form.input)
  if ('refused' in result) return refusedForm(form, result)
  return redirect(`${paths.staffTemplates()}?done=add`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function NewTemplate() {
  return <TemplatePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
