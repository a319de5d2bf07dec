import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { receiptFile, tellReceipt } from '#app/http/receipt.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { receiptCookie } from '#app/http/sealed-cookies.server.ts'
import { paths } from '#app/paths.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.received(languageFrom(params)))

/** The receipt as a file, while it is shown; asked for by a form, so that no address leads to it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const kept = await receiptCookie.read(request)
  if (!kept) return redirect(paths.received(language), 303)
  const headers = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Disposition': `attachment; filename="nordost-${kept.ref}.txt"`,
    'Cache-Control': 'no-store',
  }
  return new Response(receiptFile(language, await tellReceipt(language, kept)), { headers })
}
