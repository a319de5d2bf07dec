import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { languageCookie } from '#app/http/chosen-language.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { paths } from '#app/paths.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const wanted = new URL(request.url).searchParams.get('to') ?? ''
  const headers = { 'Set-Cookie': await languageCookie.serialize(language) }
  return redirect(isOwnPath(wanted) ? wanted : paths.home(language), { headers })
}

/** A path of this site and nothing that a browser would read as another one. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])[\w\-./?=&%]*$/.test(path)
