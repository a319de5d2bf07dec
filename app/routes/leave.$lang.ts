import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { languageFrom } from '#app/http/request.server.ts'
import { followCookie, receiptCookie } from '#app/http/sealed-cookies.server.ts'

/** A page that anybody may have open: the weather. */
const harmless = 'https://www.smhi.se/'

/**
 * Leaves quickly: the browser forgets the receipt and the open thread and what it has kept of the portal, and goes to a
 * harmless page, which is not told from where. The language and a sign-in of staff stay.
 */
export async function loader({ params }: LoaderFunctionArgs) {
  languageFrom(params)
  const headers = new Headers({
    'Cache-Control': 'no-store',
    'Clear-Site-Data': '"cache", "storage"',
    'Referrer-Policy': 'no-referrer',
  })
  for (const cookie of [followCookie, receiptCookie]) headers.append('Set-Cookie', await cookie.forget())
  return redirect(harmless, { status: 303, headers })
}
