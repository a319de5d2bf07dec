import { settings } from '#app/settings.server.ts'
import { isSecure } from './request.server.ts'
import { cspReportPath, usualHeaders } from './headers.ts'

let known: Map<string, string> | undefined

/** Headers of every answer of this process: over https that it is never asked for otherwise, and where to report. */
export const headersHere = (): Map<string, string> =>
  (known ??= new Map([
    ...Object.entries(usualHeaders),
    ...(isSecure() ? [['Strict-Transport-Security', 'max-age=63072000'] as const] : []),
    ...(settings().cspReport ? [['Reporting-Endpoints', `csp="${settings().baseUrl}${cspReportPath}"`] as const] : []),
  ]))
