import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { DangerBox } from '#app/ui/submit/danger-box.tsx'
import { KindDoors } from '#app/ui/submit/kind-doors.tsx'
import { LeaveNote } from '#app/ui/submit/leave-note.tsx'
import { OtherWays } from '#app/ui/submit/other-ways.tsx'

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  return { language, title: words(language)('submit:title'), tipsAreTaken: await tipsAreTaken() }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function ChooseKind() {
  const { language, title, tipsAreTaken: taken } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p className="text-lg">{t('submit:lead')}</p>
      </header>
      <DangerBox />
      <LeaveNote />
      <section aria-labelledby="doors" className="flex flex-col gap-4">
        <h2 id="doors">{t('submit:choose')}</h2>
        <KindDoors language={language} tipsAreTaken={taken} />
      </section>
      <OtherWays />
    </div>
  )
}
