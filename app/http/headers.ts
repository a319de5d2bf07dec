/** Headers of every answer of ours, pages or not. */
export const usualHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), interest-cohort=()',
}

/** The content security policy: nothing from elsewhere, no inline style, and of inline scripts only those named by hash. */
export function contentSecurityPolicy(scriptHashes: string[] = [], scripts = false): string {
  const script = scripts ? ["'self'", ...scriptHashes.map((hash) => `'sha256-${hash}'`)].join(' ') : "'none'"
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
  ].join('; ')
}
