import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { languageFrom } from '#app/http/request.server.ts'
import { followCookie } from '#app/http/sealed-cookies.server.ts'
import { storedData, storedView } from '#app/http/stored-file.server.ts'
import { paths } from '#app/paths.ts'
import { disclosureFile } from '#app/ui/records/disclosure-file.server.tsx'

/** All that is stored under the code that is open in this browser and may be given, as a file: to read, or for machines. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const kept = await followCookie.read(request)
  if (!kept) return redirect(paths.follow(language))
  if (new URL(request.url).searchParams.get('as') === 'json')
    return file(language, await storedData(kept), { name: 'data.json', type: 'application/json' })
  const view = await storedView(language, kept)
  return file(language, view && disclosureFile(view), { name: 'data.html', type: 'text/html; charset=utf-8' })
}

function file(
  language: Parameters<typeof paths.follow>[0],
  text: string | undefined,
  { name, type }: { name: string; type: string },
) {
  if (text === undefined) return redirect(paths.follow(language))
  return new Response(text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
