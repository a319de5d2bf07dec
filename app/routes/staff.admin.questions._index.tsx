import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { tellCategories } from '#app/http/tell-questions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { texts: ['question-editor'] }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'questions.edit')
  const language = await staffLanguage(request)
  return { title: words(language)('question-editor:title'), categories: await tellCategories(language) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Questions() {
  const { title, categories } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">{t('question-editor:lead')}</p>
      </header>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {categories.map(({ category, name, count, missing }) => (
          <li key={category}>
            <a
              href={paths.staffQuestionsOf(category)}
              className="card flex h-full flex-col gap-1 text-ink no-underline hover:border-accent"
            >
              <b className="text-lg leading-snug text-accent">{name}</b>
              <span>{count}</span>
              {missing && (
                <span className="text-sm text-ink-soft">{t('question-editor:missing', { languages: missing })}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
