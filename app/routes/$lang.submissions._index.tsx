import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { openKinds } from '#app/domain/submissions/categories.ts'
import { publicCategories, publishedPage } from '#app/domain/submissions/published.server.ts'
import { publicFilter } from '#app/http/public-filter.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellListed } from '#app/http/tell-submissions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { Filters } from '#app/ui/submissions/filters.tsx'
import { SubmissionList } from '#app/ui/submissions/submission-list.tsx'

export const handle = { kept: ['area', 'category', 'kind', 'cell', 'around', 'after'] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const { filter, after } = publicFilter(request)
  const { submissions, next } = await publishedPage(filter, after)
  const { area = '', category = '', kind = '', cell = '', around = '' } = filter
  const chosen = { area, category, kind, cell, around }
  return {
    ...{ language, chosen, after },
    title: words(language)('submissions:title'),
    submissions: submissions.map((submission) => tellListed(language, submission)),
    older: next && addressOf(paths.submissions(language), { ...chosen, after: next }),
    newest: after && addressOf(paths.submissions(language), chosen),
    areas: (await districtAreas()).map(({ slug, name }) => ({ slug, name })),
    categories: publicCategories,
    kinds: openKinds,
  }
}

/** A path with those of the parameters that have a value. */
function addressOf(path: string, parameters: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''))
  return query.size ? `${path}?${query}` : path
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Submissions() {
  const { language, title, chosen, submissions, older, newest, areas, categories, kinds } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const narrowed = Object.values(chosen).some(Boolean)
  return (
    <div className="flex flex-col gap-7">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p className="text-lg">{t('submissions:lead')}</p>
        <p>
          <a href={paths.map(language)} className="inline-flex min-h-[2.75rem] items-center">
            {t('submissions:openMap')}
          </a>
        </p>
      </header>
      <Filters language={language} chosen={chosen} areas={areas} categories={categories} kinds={kinds} />
      <h2 className="sr-only">{t('submissions:list')}</h2>
      {(chosen.cell || chosen.around) && <Notice>{t('submissions:filters.cell')}</Notice>}
      <SubmissionList
        submissions={submissions}
        language={language}
        none={t(narrowed ? 'submissions:noneOfThese' : 'submissions:none')}
      />
      {(older || newest) && (
        <p className="flex flex-wrap gap-4">
          {older && (
            <a href={older} className="button-quiet">
              {t('submissions:older')}
            </a>
          )}
          {newest && (
            <a href={newest} className="inline-flex min-h-[3rem] items-center px-2">
              {t('submissions:newest')}
            </a>
          )}
        </p>
      )}
    </div>
  )
}
