import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { receivingAuthority } from '#app/domain/submissions/categories.ts'
import { enter } from '#app/domain/submissions/enter.server.ts'
import { shownQuestions } from '#app/domain/submissions/shown-questions.ts'
import { entryInput } from '#app/domain/submissions/staff-input.server.ts'
import { entryForm } from '#app/http/entry-form.server.ts'
import { checkEntry, entryReply, onlyShows } from '#app/http/entry-post.server.ts'
import { readFormWithPhotos } from '#app/http/forms-with-photos.server.ts'
import { offeredLanguages } from '#app/http/request.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { handOverCookie } from '#app/http/sealed-cookies.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pick } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { EntryPage } from '#app/ui/staff/entry-page.tsx'

export const handle = { texts: ['questions'] }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'submissions.enter')
  const language = await staffLanguage(request)
  return { title: words(language)('staff:entry.title'), parts: await entryForm(language) }
}

/** What was told is taken as from a resident; the code goes to the page from which it is handed over. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.enter')
  const shown = await staffLanguage(request)
  const form = await readFormWithPhotos(request, entryInput)
  const again = async (errors: Record<string, string>) =>
    data(await entryReply(shown, { ...form, errors }), { status: Object.keys(errors).length > 0 ? 422 : 200 })
  if (onlyShows(form)) return again(form.errors.photos ? { photos: form.errors.photos } : {})
  const { errors, answers, advice } = await checkEntry(form)
  if (!form.input || Object.keys(errors).length > 0) return again(errors)

  const { channel, interpretedFrom, ...input } = form.input
  const language = offeredLanguages().find((tag) => tag === input.language) ?? 'sv'
  const result = await enter(staff, { ...input, answers, language }, { channel, interpretedFrom })
  if ('refused' in result) return again({ [result.refused === 'stale-form' ? 'form' : 'place']: result.refused })
  const authority = receivingAuthority(input.kind, input.category)
  const kept = { ...result, language, authority, staffId: staff.id, advice: advice && pick(advice, shown) }
  return redirect(paths.staffHandOver(), { status: 303, headers: { 'Set-Cookie': await handOverCookie.keep(kept) } })
}

export const meta: MetaFunction<typeof loader> = ({ data: told }) => pageTitle(told?.title)

export default function Entry() {
  const { parts } = useLoaderData<typeof loader>()
  return <EntryPage parts={parts} reply={useActionData<typeof action>()} shownQuestions={shownQuestions} />
}
