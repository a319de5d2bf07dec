import type { HeadersFunction } from '@remix-run/node'

/**
 * For a route whose loader or action sets headers (Retry-After, Cache-Control): the page carries them too, and its data
 * as well. Cookies need no such help.
 */
export const passHeaders: HeadersFunction = ({ actionHeaders, loaderHeaders }) => {
  const headers = new Headers(loaderHeaders)
  headers.delete('Set-Cookie')
  for (const [name, value] of actionHeaders) if (name.toLowerCase() !== 'set-cookie') headers.set(name, value)
  return headers
}
