import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { found } from '#app/http/answers.server.ts'
import { authorityNamed } from '#app/http/passing-on.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { texts: ['handling'] }

/** Said when a case has been handed over: it cannot be shown to who did it any more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, 'triage')
  const to = found(authorityNamed(params.authority))
  const t = words(await staffLanguage(request))
  return { title: t('handling:handedOver.title', { authority: t(`staff:authority.${to}`) }) }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function HandedOver() {
  const { title } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <h1>{title}</h1>
      <Notice tone="done" role="status">
        <p>{t('handling:handedOver.lead')}</p>
      </Notice>
      <p>
        <a className="button" href={paths.staffQueue()}>
          {t('staff:submission.back')}
        </a>
      </p>
    </div>
  )
}
