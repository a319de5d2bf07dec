import { Outlet, RemixServer } from '@remix-run/react'
import type { ComponentProps, ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { speaking } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import type { SubmissionView } from '#app/ui/staff/submission-view.server.ts'

type Page = ComponentProps<typeof RemixServer>['context']
/** What a form of the page was answered when it was posted without script. */
type Posted = { verb: string; reply: unknown }

const part = (id: string, path: string, parentId?: string) => ({
  ...{ id, path, parentId, module: '' },
  ...{ hasAction: true, hasLoader: false, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false },
})

/** One part of the page of a case in Swedish, as it comes without script: also after one of its forms was posted. */
export function drawCase(
  Panel: ComponentType,
  view: SubmissionView,
  { verb, reply }: Posted = { verb: '', reply: null },
) {
  const pathname = verb ? paths.staffSubmissionVerb(view.ref, verb) : paths.staffSubmission(view.ref)
  const whole = () => (
    <I18nextProvider i18n={speaking('sv')}>
      <Outlet context={view} />
    </I18nextProvider>
  )
  const match = { params: {}, pathname, pathnameBase: pathname }
  const context = {
    manifest: { routes: { root: part('root', ''), case: part('case', pathname.slice(1), 'root') } },
    routeModules: { root: { default: whole }, case: { default: Panel } },
    future: { v3_singleFetch: true },
    isSpaMode: false,
    staticHandlerContext: {
      ...{ basename: '/', loaderData: {}, actionData: reply ? { case: reply } : null, errors: null, statusCode: 200 },
      ...{ loaderHeaders: {}, actionHeaders: {}, activeDeferreds: null },
      location: { pathname, search: '', hash: '', state: null, key: 'default' },
      matches: ['root', 'case'].map((id) => ({ ...match, route: { id } })),
    },
  } as unknown as Page
  return renderToStaticMarkup(<RemixServer context={context} url={`http://localhost:3000${pathname}`} />)
}
