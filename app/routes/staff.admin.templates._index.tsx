import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allTemplates, templateUses } from '#app/domain/templates/queries.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { tellTemplate } from '#app/http/template-form.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { TemplatesPage } from '#app/ui/templates/templates-page.tsx'

export const handle = { texts: ['templates'] }

const dones = ['add', 'change', 'retire'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'templates.edit')
  const language = await staffLanguage(request)
  const told = (await allTemplates(staff)).map((template) => tellTemplate(language, template))
  const done = new URL(request.url).searchParams.get('done')
  return {
    title: words(language)('templates:title'),
    done: dones.find((one) => one === done),
    shelves: templateUses.map((use) => ({ use, templates: told.filter((template) => template.use === use) })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Templates() {
  return <TemplatesPage {...useLoaderData<typeof loader>()} />
}
