import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { markOfList } from '#app/domain/mark-of-list.server.ts'
import { categoriesWithFourEyes } from '#app/domain/submissions/four-eyes.server.ts'
import { publicCategories } from '#app/domain/submissions/published.server.ts'
import { setFourEyes } from '#app/domain/submissions/set-four-eyes.server.ts'
import { fourEyesInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm, refusedForm, type FormReply } from '#app/http/forms.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { FourEyesPage } from '#app/ui/templates/four-eyes-page.tsx'

export const handle = { texts: ['templates'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'settings.edit')
  const t = words(await staffLanguage(request))
  const chosen = await categoriesWithFourEyes(staff)
  return {
    title: t('templates:fourEyes.title'),
    trial: settings().mode === 'trial',
    done: new URL(request.url).searchParams.has('done'),
    seen: markOfList(chosen),
    categories: publicCategories.map((category) => ({
      ...{ category, label: t(`categories:${category}`), chosen: chosen.includes(category) },
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'settings.edit')
  const form = await readForm(request, fourEyesInput)
  if (!form.input) return invalid(form)
  const result = await setFourEyes(staff, { wanted: form.input.category, seen: form.input.seen })
  if ('refused' in result) return refusedForm(form, result)
  return redirect(`${paths.staffFourEyes()}?done`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function FourEyes() {
  return <FourEyesPage {...useLoaderData<typeof loader>()} reply={useActionData<FormReply & { refused?: string }>()} />
}
