import type { LoaderFunctionArgs } from '@remix-run/node'
import { registerFilter } from '#app/domain/records/input.server.ts'
import { exportRegister } from '#app/domain/records/search-register.server.ts'
import { csvOf } from '#app/http/csv.ts'
import { requireFresh, staffLanguage } from '#app/http/require-staff.server.ts'
import { registerColumns, tellRegistration } from '#app/http/tell-register.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'

/**
 * The register as a file, as it is narrowed by the address. Who must first prove who she is comes back to the page of the
 * register, narrowed in the same way.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const back = paths.staffRegister() + new URL(request.url).search
  const { staff } = await requireFresh(request, 'register.read', { back })
  const language = await staffLanguage(request)
  const t = words(language)
  const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  const rows = await exportRegister(staff, registerFilter.parse(Object.fromEntries(asked)))
  const head = registerColumns.map((column) => t(`records:register.column.${column}`))
  const told = rows.map((row) => ({ ...tellRegistration(language, row), date: row.registeredOn }))
  return new Response(csvOf([head, ...told.map((row) => registerColumns.map((column) => row[column]))]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="register.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
