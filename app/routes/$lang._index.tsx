import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { languageFrom } from '#app/http/request.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { Doors } from '#app/ui/home/doors.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { kept: [] }

export function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  return { language, title: words(language)('home:title') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Home() {
  const { language, title } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-10">
      <section className="flex flex-col gap-4">
        <h1>{title}</h1>
        <p className="max-w-text text-lg">{t('home:who')}</p>
        <Doors language={language} />
      </section>
    </div>
  )
}
