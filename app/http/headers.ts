/** Headers of every answer of ours, pages or not; a page has a content security policy of its own instead of this one. */
export const usualHeaders: Record<string, string> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), interest-cohort=()',
}

/** Where browsers tell what the policy stopped, where they are asked to. */
export const cspReportPath = '/csp-report'

type Policy = {
  /** The inline scripts of ours, by hash; none where the page runs no script. */
  scripts?: string[] | undefined
  /** The address of ours that is told what was stopped, if browsers are asked to. */
  reportTo?: string | undefined
}

/** The content security policy: nothing from elsewhere, no inline style, and of inline scripts only those named by hash. */
export function contentSecurityPolicy({ scripts, reportTo }: Policy = {}): string {
  const script = scripts ? ["'self'", ...scripts.map((hash) => `'sha256-${hash}'`)].join(' ') : "'none'"
  return [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(reportTo ? [`report-uri ${reportTo}`, 'report-to csp'] : []),
  ].join('; ')
}
