import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Category } from '#db/schema/submissions.ts'
import { tipSearchInput } from '#app/domain/tips/input.ts'
import { searchTips } from '#app/domain/tips/search-tips.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { requireUnlocked } from '#app/http/require-tips.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { stockholmDay } from '#app/i18n/format.server.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { LockedWhenIdle } from '#app/ui/tips/locked-when-idle.tsx'
import { tipRowsView } from '#app/ui/tips/tip-list-view.server.ts'
import { TipSearchPage, type SearchReply } from '#app/ui/tips/tip-search-page.tsx'

export const handle = { texts: ['tips'] }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUnlocked(request)
  return { title: words(await staffLanguage(request))('tips:search.title'), idle: settings().tipsIdleMinutes }
}

/** What is looked for is posted, so that it stands in no address, history or log. */
export async function action({ request }: ActionFunctionArgs) {
  const { staff, tipsKey } = await requireUnlocked(request)
  const form = await readForm(request, tipSearchInput)
  if (!form.input) return invalid(form)
  const language = await staffLanguage(request)
  const nameOf = (category: Category) => words(language)(`categories:${category}`)
  const { tips, hasNext } = await searchTips(staff, tipsKey, { ...form.input, nameOf })
  const rows = tipRowsView(tips, language, stockholmDay(new Date()))
  return data({ values: form.values, errors: {}, found: { rows, hasNext, page: form.input.page } })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Search() {
  const { title, idle } = useLoaderData<typeof loader>()
  const reply = useActionData<SearchReply>()
  return (
    <LockedWhenIdle minutes={idle}>
      <TipSearchPage title={title} reply={reply} />
    </LockedWhenIdle>
  )
}
